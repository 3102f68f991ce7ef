//! The generated articles in the formats that people have them in. The same size gives the same bytes.

use super::generate::{Generated, Size, Writer};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// A format to import from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Crawl,
    JsonLines,
    Json,
    Markdown,
    WordPress,
    Rss,
    Html,
}

/// How articles lie: each in a file, or all in one between a beginning and an end.
enum Shape {
    Folder,
    File { head: &'static str, between: &'static str, foot: &'static str },
}

impl Format {
    pub(super) const ALL: [Self; 7] =
        [Self::Crawl, Self::JsonLines, Self::Json, Self::Markdown, Self::WordPress, Self::Rss, Self::Html];

    /// As it stands in the table.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Crawl => "crawl text",
            Self::JsonLines => "JSON Lines",
            Self::Json => "JSON",
            Self::Markdown => "Markdown",
            Self::WordPress => "WordPress",
            Self::Rss => "RSS",
            Self::Html => "HTML",
        }
    }

    pub(super) const fn is_one_file(self) -> bool {
        matches!(self.shape(), Shape::File { .. })
    }

    const fn shape(self) -> Shape {
        match self {
            Self::Crawl | Self::Markdown | Self::Html => Shape::Folder,
            Self::JsonLines => Shape::File { head: "", between: "", foot: "" },
            Self::Json => Shape::File { head: "{\"posts\": [\n", between: ",", foot: "]}\n" },
            Self::WordPress => Shape::File {
                head: "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
                       xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" \
                       xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"http://wordpress.org/export/1.2/\">\n\
                       <channel><title>The Measured Gazette</title><link>https://gazette.example</link>\n",
                between: "",
                foot: "</channel></rss>\n",
            },
            Self::Rss => Shape::File {
                head: "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\n\
                       <channel><title>The Measured Gazette</title><link>https://gazette.example</link>\n",
                between: "",
                foot: "</channel></rss>\n",
            },
        }
    }

    fn record(self, article: &Generated) -> String {
        match self {
            Self::Crawl => crawl(article),
            Self::JsonLines | Self::Json => json(article),
            Self::Markdown => markdown(article),
            Self::WordPress => wordpress(article),
            Self::Rss => rss(article),
            Self::Html => html(article),
        }
    }
}

/// Writes articles at `path`: a file, or a folder of files.
pub(super) fn write(path: &Path, format: Format, size: Size) -> io::Result<()> {
    let mut writer = Writer::new();
    let mut records = (0..size.articles).map(|number| format.record(&writer.article(number, size)));
    match format.shape() {
        Shape::Folder => {
            fs::create_dir_all(path)?;
            let extension = match format {
                Format::Markdown => "md",
                Format::Html => "html",
                _ => "txt",
            };
            let mut records = records.enumerate();
            records.try_for_each(|(nth, text)| fs::write(path.join(format!("{nth:07}.{extension}")), text))
        }
        Shape::File { head, between, foot } => {
            let mut file = BufWriter::new(File::create(path)?);
            file.write_all(head.as_bytes())?;
            for nth in 0..size.articles {
                let record = records.next().unwrap_or_default();
                file.write_all(if nth == 0 { b"" } else { between.as_bytes() })?;
                file.write_all(record.as_bytes())?;
            }
            file.write_all(foot.as_bytes())?;
            file.flush()
        }
    }
}

fn address(article: &Generated) -> String {
    format!("https://gazette.example/{}", article.number)
}

/// The text of a body, its blocks apart by `between`.
fn text(article: &Generated, between: &str) -> String {
    let blocks = article.body.replace("</p>", between).replace("</h2>", between);
    let mut text = String::with_capacity(blocks.len());
    for (nth, part) in blocks.split('<').enumerate() {
        text.push_str(if nth == 0 { part } else { part.split_once('>').map_or("", |(_, after)| after) });
    }
    text.replace("&amp;", "&")
}

/// As crawls of the known publishing system have it.
fn crawl(article: &Generated) -> String {
    let Generated { title, summary, date, tags, section, .. } = article;
    let (day, minute) = (&date[..10], &date[..16]);
    format!(
        " date {day} {}.html\n\n{title}\n\n{title}\n\n{summary}\n\n{minute}+0000\n\nsection {section}\n\n{}\n\n\
         /html/head/meta[@name='og:title']/@content /html/head/meta[@name='og:description']/@content\n\n{}\n\n\
         The Measured Gazette desk@gazette.example +10005550100 Gazette Trust 252 60\n",
        address(article),
        tags.join("\n\n"),
        text(article, " "),
    )
}

fn json(article: &Generated) -> String {
    let Generated { title, summary, date, tags, section, .. } = article;
    let record = serde_json::json!({
        "url": address(article), "title": title, "excerpt": summary, "date": date, "tags": tags,
        "section": format!("Section {section}"), "text": text(article, "\n"),
    });
    format!("{record}\n")
}

fn markdown(article: &Generated) -> String {
    let Generated { title, summary, date, tags, .. } = article;
    let tags: Vec<String> = tags.iter().map(|tag| format!("  - {tag}\n")).collect();
    let body = text(article, "\n\n");
    format!(
        "---\ntitle: \"{title}\"\ndate: {date}\ndescription: \"{summary}\"\ntags:\n{}---\n\n{body}",
        tags.concat()
    )
}

fn wordpress(article: &Generated) -> String {
    let Generated { number, title, summary, date, tags, body, .. } = article;
    let tag = |tag: &String| format!("<category domain=\"post_tag\"><![CDATA[{tag}]]></category>");
    let tags: String = tags.iter().map(tag).collect();
    let (day, time) = (&date[..10], &date[11..19]);
    format!(
        "<item><title>{title}</title><link>{}</link><dc:creator>ada</dc:creator>\
         <content:encoded><![CDATA[{body}]]></content:encoded><excerpt:encoded><![CDATA[{summary}]]></excerpt:encoded>\
         <wp:post_id>{number}</wp:post_id><wp:post_date_gmt>{day} {time}</wp:post_date_gmt>\
         <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>{tags}</item>\n",
        address(article)
    )
}

fn rss(article: &Generated) -> String {
    let Generated { title, summary, date, tags, body, .. } = article;
    let tags: String = tags.iter().map(|tag| format!("<category>{tag}</category>")).collect();
    format!(
        "<item><title>{title}</title><link>{}</link><description>{summary}</description><pubDate>{date}</pubDate>{tags}\
         <content:encoded><![CDATA[{body}]]></content:encoded></item>\n",
        address(article)
    )
}

/// A page with what stands around the text of most.
fn html(article: &Generated) -> String {
    let Generated { title, summary, date, body, .. } = article;
    let link = |nth: usize| format!("<li><a href=\"/topic/{nth}\">Topic {nth}</a></li>");
    let links: String = (0..40).map(link).collect();
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} | The Measured Gazette</title>\
         <link rel=\"canonical\" href=\"{}\"><meta property=\"og:title\" content=\"{title}\">\
         <meta name=\"description\" content=\"{summary}\">\
         <meta property=\"article:published_time\" content=\"{date}\"></head><body><header><nav><ul>{links}</ul></nav>\
         </header><main><article><h1>{title}</h1><p>{summary}</p>{body}</article><aside><h2>More</h2><ul>{links}</ul>\
         </aside></main><footer><ul>{links}</ul><p>All rights reserved.</p></footer></body></html>\n",
        address(article)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { articles: 3, letters: 900 };

    #[test]
    fn each_article_is_there_in_each_format() {
        let folder = tempfile::tempdir().unwrap();
        for format in Format::ALL {
            let path = folder.path().join(format.name());
            write(&path, format, SIZE).unwrap();
            let files = match format.is_one_file() {
                true => vec![path],
                false => fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect(),
            };
            let text: String = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
            let mut writer = Writer::new();
            for number in 0..SIZE.articles {
                assert!(text.contains(&writer.article(number, SIZE).title), "{format:?}");
            }
            assert!(text.len() > SIZE.articles * SIZE.letters, "{format:?}");
        }
    }

    #[test]
    fn text_has_no_markup() {
        let article = Writer::new().article(0, SIZE);
        let text = text(&article, "\n");
        assert!(text.contains("more.\n") || !article.body.contains("<a "));
        assert!(!text.contains('<') && !text.contains("&amp;"));
        assert_eq!(
            text.lines().count(),
            article.body.matches("</").count() - article.body.matches("</a>").count()
        );
    }
}
