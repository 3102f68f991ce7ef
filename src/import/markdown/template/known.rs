//! What calls to templates come to, by what their names and values usually mean.

use super::call::Call;

/// Values that are shown to readers, in this order.
const SHOWN: [&str; 9] =
    ["kicker", "title", "heading", "label", "text", "quote", "caption", "content", "summary"];

/// Endings of pictures.
const PICTURES: [&str; 7] = [".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".avif"];

/// The text of a call, as Markdown with HTML in it.
pub(super) fn text_of(call: &Call) -> String {
    let name = call.name.to_ascii_lowercase();
    if name == "highlight" {
        let language = call.values.first().map_or("", String::as_str);
        return if call.is_end { "\n```\n".to_owned() } else { format!("\n```{language}\n") };
    }
    if name == "endhighlight" {
        return "\n```\n".to_owned();
    }
    if call.is_end || call.is_plumbing() {
        return String::new();
    }
    if call.is_value {
        // `{{ "/about" | url }}`.
        return call.values.first().cloned().unwrap_or_default();
    }
    match name.as_str() {
        "ref" | "relref" | "link" | "post_url" | "url" if call.named.is_empty() => {
            call.values.first().map(|target| target.replace(' ', "%20")).unwrap_or_default()
        }
        "youtube" | "youtubeid" | "youtube_embed" => video("https://www.youtube.com/watch?v=", call),
        "vimeo" => video("https://vimeo.com/", call),
        "tweet" | "twitter" | "x" => video("https://twitter.com/i/status/", call),
        _ => picture(call).or_else(|| link(call)).unwrap_or_else(|| shown(call)),
    }
}

fn video(start: &str, call: &Call) -> String {
    let id = call.get(&["id", "url", "src"]).or_else(|| call.values.last().map(String::as_str));
    let Some(id) = id else { return shown(call) };
    let url = if id.starts_with("http") { id.to_owned() } else { format!("{start}{id}") };
    let title = call.get(&["title", "text"]).unwrap_or_default();
    format!("<iframe src=\"{}\" title=\"{}\"></iframe>", attribute(&url), attribute(title))
}

fn picture(call: &Call) -> Option<String> {
    let is_picture = |text: &&str| {
        let path = text.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
        PICTURES.iter().any(|end| path.ends_with(end))
    };
    let named = call.get(&["src", "image", "url", "href", "file", "path", "filename", "img"]);
    let src = named.filter(is_picture).or_else(|| call.values.iter().map(String::as_str).find(is_picture))?;
    let last = call.values.last().map(String::as_str).filter(|last| *last != src && last.contains(' '));
    let alt = call.get(&["alt", "alt_text"]).or(last).unwrap_or_default();
    let src = unescaped(src);
    let image = format!("<img src=\"{}\" alt=\"{}\">", attribute(&src), attribute(alt));
    let credit = call.get(&["credit", "attr", "attribution"]);
    let caption = call.get(&["caption", "title", "text"]);
    if caption.is_none() && credit.is_none() {
        return Some(image);
    }
    let credit = credit.map(|credit| format!("<small>{}</small>", text(credit))).unwrap_or_default();
    let caption = caption.map(text).unwrap_or_default();
    Some(format!("<figure>{image}<figcaption>{caption} {credit}</figcaption></figure>"))
}

fn link(call: &Call) -> Option<String> {
    let target = call.get(&["href", "url", "link", "file", "src"])?;
    let words = call.get(&["label", "text", "title", "caption", "alt"])?;
    Some(format!("<a href=\"{}\">{}</a>", attribute(&unescaped(target)), text(words)))
}

/// An address without the marks that editors put before signs of Markdown: `Docs\_Teach.jpg`.
fn unescaped(address: &str) -> String {
    let mut out = address.to_owned();
    for sign in ['_', '*', '(', ')', '[', ']', '~', '#', '-', '.', '!'] {
        out = out.replace(&format!("\\{sign}"), &sign.to_string());
    }
    out
}

/// What else readers would have seen.
fn shown(call: &Call) -> String {
    let parts: Vec<String> = SHOWN.iter().filter_map(|name| call.get(&[name])).map(text).collect();
    let cite = call.get(&["cite", "author", "source"]).map(text);
    match (call.get(&["text", "quote"]), cite) {
        (Some(quote), Some(cite)) => {
            format!("<blockquote><p>{}</p><footer>{cite}</footer></blockquote>", text(quote))
        }
        _ if parts.is_empty() => String::new(),
        _ => format!("<p><strong>{}</strong></p>\n\n", parts.join(": ")),
    }
}

fn attribute(value: &str) -> String {
    text(value).replace('"', "&quot;")
}

/// Values may hold entities and markup for emphasis; a `<` that begins no tag is text to the reader of HTML.
fn text(value: &str) -> String {
    value.replace(['\n', '\r'], " ")
}
