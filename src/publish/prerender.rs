//! Renders pages with the viewer's own components.

use std::rc::Rc;

use crate::site::{Page, PageData, Route, SiteName};
use crate::view::{App, AppProps, Facts, Library, TagsPage, about, offline, packed, tags};

use super::offline::OFFLINE_PAGE;

/// Adds the markup of a page, with the marks that the viewer needs to take it over. `base` is the site's path on the host.
pub(super) fn render(route: &Route, base: &str, data: PageData, html: &mut String) {
    App::markup(&props(route.path(), base, data.page, data.site), html);
}

/// Adds the markup of the page about the archive.
pub(super) fn render_about(base: &str, site: SiteName, facts: &Facts, html: &mut String) {
    about(&props(Route::About.path(), base, Page::About, site), facts, html);
}

/// Adds the markup of a page of all tags.
pub(super) fn render_tags(route: &Route, base: &str, site: SiteName, page: &TagsPage<'_>, html: &mut String) {
    tags(&props(route.path(), base, Page::About, site), page, html);
}

/// Adds the markup of the page that is shown where there is no connection: as seen from the site's root, wherever it is shown.
pub(super) fn render_offline(site: SiteName, html: &mut String) {
    offline(&props(format!("/{OFFLINE_PAGE}"), "./", Page::About, site), html);
}

/// Adds the markup of the page that stands for each article in a pack. `base` is the site's path on the host.
pub(super) fn render_packed(route: &Route, base: &str, site: SiteName, html: &mut String) {
    packed(&props(route.path(), base, Page::Packed, site), html);
}

fn props(path: String, root: &str, page: Page, site: SiteName) -> AppProps {
    AppProps { path, root: root.to_owned(), library: Library::new(root, page), site: Rc::new(site) }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use tokio::task::LocalSet;
    use yew::LocalServerRenderer;

    use super::*;
    use crate::archive::{Archive, feed};
    use crate::article::{Article, Picture, Tag, html};
    use crate::publish::plan::Plan;
    use crate::publish::{Articles, Config, Precompress};
    use crate::site::VERSION;

    /// What Yew writes of the same component.
    fn by_yew(props: AppProps) -> String {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let html = runtime
            .block_on(LocalSet::new().run_until(LocalServerRenderer::<App>::with_props(props).render()));
        // Builds for debugging name the component.
        html.replace(&format!("[{}]", std::any::type_name::<App>()), "[]")
    }

    fn sample() -> Archive {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
        let bytes = std::fs::read(folder.join("articles.json")).unwrap();
        feed::read("articles.json", &bytes).unwrap().archive
    }

    /// An article all of whose texts mean something else in HTML.
    fn odd() -> Article {
        let odd = "</p>\"'&amp;\u{1}<!-- \n";
        let body = html::read(
            "<p>a &quot;b&quot; &amp;amp; <a href='https://x.example/?a=1&amp;b=\"'>x</a><br>y</p><hr>\
             <pre><code>\n a &lt;b&gt;\n</code></pre><table><caption>c</caption><tr><th>h</th></tr><tr><td>d</td></tr></table>\
             <ol start=3><li>i</li></ol><blockquote>q</blockquote><iframe src=https://v.example/ title='\"v\"'></iframe>",
            None,
        );
        Article {
            id: "odd".to_owned(),
            title: odd.to_owned(),
            standfirst: Some(odd.to_owned()),
            section: Some("a&b \"c\"".to_owned()),
            tags: vec![Tag::new("a&b \"c\" <d>").unwrap()],
            picture: Some(Picture {
                src: "a b&\".png".to_owned(),
                alt: Some(odd.to_owned()),
                ..Picture::default()
            }),
            body: body.0,
            ..Article::default()
        }
    }

    #[test]
    fn pages_are_what_yew_writes_of_them() {
        let mut archive = sample();
        archive.extend([odd()]);
        let plan = Plan::of(&archive, Config::unset(), Precompress::No, Articles::Pages);
        let jobs = plan.jobs();
        assert!(jobs.len() > 100);
        for job in jobs {
            let (route, page) = plan.page(&archive, &job);
            if page == Page::About {
                continue;
            }
            let data = PageData { backissue: VERSION, site: plan.site.clone(), page };
            let props = props(route.path(), "/", data.page.clone(), data.site.clone());
            let mut html = String::new();
            render(&route, "/", data, &mut html);
            assert_eq!(html, by_yew(props), "{job:?}");
        }
    }
}
