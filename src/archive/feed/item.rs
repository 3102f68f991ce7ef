//! Makes an article of one item. What is wrong with it is noted; only an item that says nothing is rejected.

use serde_json::Value;
use url::Url;

use super::draft::Draft;
use super::field::Field;
use super::file::{Author, Item};
use super::ours::{self, Ours};
use super::{date, missing};
use crate::archive::Archive;
use crate::article::html::{self, address, fold};
use crate::article::{Article, Block, Language, Picture, ProblemCode, Record, Rejection, Span, Tag};

/// What all items of a feed share.
pub(super) struct Context<'a> {
    pub(super) head: &'a Archive,
    pub(super) authors: Vec<Author>,
    /// Nothing is added to what our own files say.
    pub(super) is_ours: bool,
    pub(super) source: &'a str,
}

/// Reads one item.
pub(super) fn record(place: String, mut item: Item, context: &Context<'_>) -> Record {
    let mut draft = Draft { place: &place, problems: Vec::new() };
    let ours = draft.take(std::mem::take(&mut item.ours), "_backissue").unwrap_or_default();
    let ours = ours::read(ours, &mut draft);
    let (slug, former_slugs) = (ours.slug.clone(), ours.former_slugs.clone());
    let kin = context.is_ours.then(|| ours.kin.clone());
    let article = article(item, ours, context, &mut draft);
    let mut problems = draft.problems;
    let outcome = if says_nothing(&article) && (article.id.is_empty() || !context.is_ours) {
        let hint = "give it a `title` or a `content_html`, or take it out of the file";
        Err(Rejection::new("the item has neither title nor text, summary nor picture", hint))
    } else {
        let (article, more) = missing::fill(article, context, &place);
        problems.extend(more);
        Ok(Box::new(article))
    };
    Record { place, outcome, problems, slug, former_slugs, kin, origins: Vec::new() }
}

fn says_nothing(article: &Article) -> bool {
    let Article { title, body, picture, standfirst, .. } = article;
    title.is_empty() && body.is_empty() && picture.is_none() && standfirst.is_none()
}

fn article(item: Item, ours: Ours, context: &Context<'_>, draft: &mut Draft<'_>) -> Article {
    let home =
        context.head.home.as_deref().and_then(|home| Url::parse(home).ok()).filter(|_| !context.is_ours);
    let url = draft.take(item.url, "url");
    let url = draft.web(url, home.as_ref(), "url");
    let base = url.as_deref().and_then(|url| Url::parse(url).ok()).filter(|_| !context.is_ours).or(home);
    let base = base.as_ref();
    let external = draft.take(item.external_url, "external_url");
    let external = draft.web(external, base, "external_url");
    let mut body = draft.body(item.content_html, item.content_text, base);
    let attachments = draft.list(item.attachments, "attachments");
    body.extend(attachments.into_iter().filter_map(|attachment| draft.attachment(attachment, base)));
    let image = draft.take(item.image, "image").or_else(|| draft.take(item.banner_image, "banner_image"));
    let authors = draft.take(item.authors, "authors");
    let authors = missing::authors(authors, draft.take(item.author, "author"));
    let published = draft.take(item.date_published, "date_published");
    let published = draft.date(published, "date_published");
    let modified = draft.take(item.date_modified, "date_modified");
    let modified = draft.date(modified, "date_modified");
    let mut article = Article {
        id: draft.id(item.id),
        title: draft.text(item.title, "title").unwrap_or_default(),
        standfirst: draft.text(item.summary, "summary"),
        authors: draft.people(authors, base),
        published: date::exact(published, ours.published),
        modified: date::exact(modified, ours.modified),
        tags: draft.tags(item.tags),
        picture: ours.picture.or_else(|| draft.image(image, base)),
        language: draft.language(item.language),
        url,
        body,
        ..ours.article
    };
    if let Some(external) = external.filter(|external| article.url.as_ref() != Some(external)) {
        article.related.insert(0, crate::article::RelatedLink { url: external, title: None });
    }
    article
}

impl Draft<'_> {
    fn id(&mut self, id: Field<Value>) -> String {
        match self.take(id, "id") {
            Some(Value::String(id)) => id.trim().to_owned(),
            Some(Value::Number(id)) => id.to_string(),
            None => String::new(),
            Some(_) => {
                self.note(ProblemCode::Unreadable, "id", "neither text nor number; left out");
                String::new()
            }
        }
    }

    fn body(&mut self, html: Field<String>, text: Field<String>, base: Option<&Url>) -> Vec<Block> {
        let html = self.take(html, "content_html").unwrap_or_default();
        let (blocks, problems) = html::read(&html, base);
        for problem in problems {
            self.note(problem.code, "content_html", problem.message);
        }
        let text = self.take(text, "content_text").unwrap_or_default();
        if blocks.is_empty() { paragraphs(&text) } else { blocks }
    }

    fn attachment(&mut self, attachment: super::file::Attachment, base: Option<&Url>) -> Option<Block> {
        let is_picture = attachment.mime_type.is_some_and(|mime| mime.starts_with("image/"));
        if attachment.url.is_empty() {
            self.note(ProblemCode::Missing, "attachments", "an attachment without a `url`; left out");
        }
        let url = self.web(Some(attachment.url), base, "attachments")?;
        let title = attachment.title.map(|title| fold(&title)).filter(|title| !title.is_empty());
        Some(if is_picture {
            Block::Figure(Picture { src: url, caption: title, ..Picture::default() })
        } else {
            Block::Embed { url, title }
        })
    }

    fn image(&mut self, image: Option<String>, base: Option<&Url>) -> Option<Picture> {
        let image = image.filter(|image| !image.trim().is_empty())?;
        match address::picture(&image, base) {
            Ok(src) => Some(Picture { src, ..Picture::default() }),
            Err(_) => {
                let shown: String = image.chars().take(60).collect();
                self.note(ProblemCode::UnsafeAddress, "image", format!("'{shown}' can't be shown; left out"));
                None
            }
        }
    }

    fn people(&mut self, authors: Vec<Author>, base: Option<&Url>) -> Vec<crate::article::Person> {
        let person = |author: Author| {
            let url = self.web(author.url, base, "authors");
            let host = || Url::parse(url.as_deref()?).ok()?.host_str().map(str::to_owned);
            let name = author.name.map(|name| fold(&name)).filter(|name| !name.is_empty()).or_else(host)?;
            Some(crate::article::Person { name, url })
        };
        authors.into_iter().filter_map(person).collect()
    }

    fn tags(&mut self, tags: Field<Vec<Field<String>>>) -> Vec<Tag> {
        let mut all = Vec::new();
        let tags = self.list(tags, "tags");
        crate::archive::key::append_new(&mut all, tags.iter().filter_map(|tag| Tag::new(tag)));
        all
    }

    fn language(&mut self, language: Field<String>) -> Option<Language> {
        let text = self.text(language, "language")?;
        let language = Language::parse(&text);
        if language.is_none() {
            self.note(
                ProblemCode::Unreadable,
                "language",
                format!("'{text}' is not a language tag; left out"),
            );
        }
        language
    }
}

/// Paragraphs of plain text, apart by empty lines; a line end inside is kept.
fn paragraphs(text: &str) -> Vec<Block> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let groups = lines.split(|line| line.is_empty());
    let paragraph = |lines: &[&str]| {
        let lines: Vec<String> =
            lines.iter().map(|line| fold(line)).filter(|line| !line.is_empty()).collect();
        (!lines.is_empty()).then(|| Block::Paragraph(vec![Span::Text(lines.join("\n"))]))
    };
    groups.filter_map(paragraph).collect()
}
