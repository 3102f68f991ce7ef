//! `<meta>`, `<link>`, microdata and `<time>`: what a page says of itself beside JSON-LD.

use scraper::{ElementRef, Html, Selector};

use super::said::Said;

/// Names of `<meta>` with the field that they fill, the most trusted first.
const NAMES: [(&str, &str); 44] = [
    ("og:title", "title"),
    ("dc.title", "title"),
    ("parsely-title", "title"),
    ("citation_title", "title"),
    ("twitter:title", "title"),
    ("og:description", "standfirst"),
    ("description", "standfirst"),
    ("dc.description", "standfirst"),
    ("twitter:description", "standfirst"),
    ("article:published_time", "published"),
    ("og:article:published_time", "published"),
    ("parsely-pub-date", "published"),
    ("citation_publication_date", "published"),
    ("dc.date.issued", "published"),
    ("dcterms.created", "published"),
    ("dc.date", "published"),
    ("sailthru.date", "published"),
    ("pubdate", "published"),
    ("date", "published"),
    ("article:modified_time", "modified"),
    ("og:updated_time", "modified"),
    ("lastmod", "modified"),
    ("article:author", "author"),
    ("dc.creator", "author"),
    ("dcterm:creator", "author"),
    ("parsely-author", "author"),
    ("citation_author", "author"),
    ("sailthru.author", "author"),
    ("author", "author"),
    ("byl", "author"),
    ("article:tag", "tag"),
    ("parsely-tags", "tag"),
    ("news_keywords", "tag"),
    ("keywords", "tag"),
    ("article:section", "section"),
    ("parsely-section", "section"),
    ("og:site_name", "site"),
    ("og:image", "picture"),
    ("og:image:width", "picture width"),
    ("og:image:height", "picture height"),
    ("og:image:alt", "picture alt"),
    ("twitter:image", "picture"),
    ("og:url", "address"),
    ("dc.rights", "rights"),
];

/// Microdata that is not inside of another thing's.
const PROPERTIES: [(&str, &str); 5] = [
    ("headline", "title"),
    ("datePublished", "published"),
    ("dateModified", "modified"),
    ("author", "author"),
    ("articleSection", "section"),
];

/// Everything, in the order of trust.
pub(super) fn read(document: &Html) -> Said {
    let mut said = Said::default();
    each(document, "link[rel='canonical'][href]", |link| {
        said.add("address", link.attr("href").unwrap_or_default(), "link[canonical]");
    });
    let mut metas: Vec<(String, String)> = Vec::new();
    each(document, "meta[content]", |meta| {
        let name = meta.attr("property").or_else(|| meta.attr("name")).or_else(|| meta.attr("itemprop"));
        let content = meta.attr("content").unwrap_or_default();
        for name in name.unwrap_or_default().split_whitespace() {
            metas.push((name.to_ascii_lowercase().replace("dc:", "dc."), content.to_owned()));
        }
    });
    for (name, field) in NAMES {
        let from = format!("meta[{name}]");
        let from = if field.starts_with("picture") { "meta[og:image]" } else { &from };
        metas
            .iter()
            .filter(|(known, _)| known == name)
            .for_each(|(_, content)| said.add(field, content, from));
    }
    properties(document, &mut said);
    language(document, &mut said);
    said
}

fn properties(document: &Html, said: &mut Said) {
    for (property, field) in PROPERTIES {
        each(document, &format!("[itemprop~='{property}']"), |element| {
            let value = element.attr("content").or_else(|| element.attr("datetime")).map(str::to_owned);
            let name = || {
                let name = Selector::parse("[itemprop~='name']").ok()?;
                element.select(&name).next().map(text)
            };
            said.add(field, &value.or_else(name).unwrap_or_else(|| text(element)), "microdata");
        });
    }
    each(document, "time[datetime][pubdate], article time[datetime], header time[datetime]", |time| {
        said.add("published", time.attr("datetime").unwrap_or_default(), "time");
    });
    each(document, "base[href]", |base| said.add("address", base.attr("href").unwrap_or_default(), "base"));
}

fn language(document: &Html, said: &mut Said) {
    each(document, "html", |html| {
        let language = html.attr("lang").or_else(|| html.attr("xml:lang"));
        said.add("language", language.unwrap_or_default(), "html[lang]");
    });
    each(document, "meta[http-equiv='Content-Language' i]", |meta| {
        said.add("language", meta.attr("content").unwrap_or_default(), "meta[content-language]");
    });
}

fn each(document: &Html, selector: &str, visit: impl FnMut(ElementRef<'_>)) {
    if let Ok(selector) = Selector::parse(selector) {
        document.select(&selector).for_each(visit);
    }
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().join(" ")
}
