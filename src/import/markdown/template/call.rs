//! One call to a template: its name and what it is given.

/// A call.
#[derive(Debug, Default)]
pub(super) struct Call {
    pub(super) name: String,
    /// Values without a name, in their order.
    pub(super) values: Vec<String>,
    pub(super) named: Vec<(String, String)>,
    /// It stands for a value (`{{ page.title }}`) and isn't a shortcode or a tag.
    pub(super) is_value: bool,
    /// It ends another.
    pub(super) is_end: bool,
    is_liquid: bool,
}

/// What steers the generator and says nothing itself.
const PLUMBING: [&str; 24] = [
    "assign",
    "if",
    "elsif",
    "else",
    "endif",
    "for",
    "endfor",
    "unless",
    "endunless",
    "raw",
    "endraw",
    "capture",
    "endcapture",
    "highlight",
    "endhighlight",
    "set",
    "break",
    "continue",
    "case",
    "when",
    "endcase",
    "block",
    "endblock",
    "#",
];

impl Call {
    /// Reads a call with its marks.
    pub(super) fn of(text: &str) -> Self {
        let inner = text.trim_matches(['{', '}', '%', '<', '>', '-', '#']).trim();
        let is_shortcode = text.starts_with("{{<") || text.starts_with("{{%");
        let is_liquid = text.starts_with("{%");
        let is_end = inner.starts_with('/') || (is_liquid && inner.starts_with("end"));
        let inner = inner.trim_start_matches('/').trim_end_matches('/').trim();
        let mut words = words(inner).into_iter();
        let mut call = Self { is_end, is_liquid, ..Self::default() };
        call.is_value = !is_shortcode && !is_liquid;
        if text.starts_with("{#") {
            return Self { name: "#".to_owned(), ..call };
        }
        if call.is_value && !inner.contains('(') {
            call.name = inner.split(['|', ' ']).next().unwrap_or_default().to_owned();
            call.values = words
                .filter(|word| word.quoted && word.name.is_none())
                .map(|word| word.text)
                .take(1)
                .collect();
            return call;
        }
        call.name = words.next().map(|word| word.text).unwrap_or_default();
        for word in words {
            match word.name {
                Some(name) => call.named.push((name, word.text)),
                None => call.values.push(word.text),
            }
        }
        call
    }

    /// The value of the first name that has one.
    pub(super) fn get(&self, names: &[&str]) -> Option<&str> {
        let find = |name: &&str| self.named.iter().find(|(known, _)| known == name);
        names.iter().find_map(find).map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    pub(super) fn is_plumbing(&self) -> bool {
        self.is_liquid && PLUMBING.contains(&self.name.as_str()) || self.is_end || self.name == "#"
    }

    /// As it is named to people.
    pub(super) fn shown(&self) -> String {
        let name: String = self.name.chars().take(40).collect();
        match (self.is_value, self.is_liquid) {
            (true, _) => format!("{{{{ {name} }}}}"),
            (_, true) => format!("{{% {name} %}}"),
            _ => format!("{{{{< {name} >}}}}"),
        }
    }
}

struct Word {
    name: Option<String>,
    text: String,
    quoted: bool,
}

/// Words apart by white space, commas, brackets and bars; `name=value`, `name: value`, quoted values.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = text;
    let mut name = None;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '|'));
        let Some(first) = rest.chars().next() else { return words };
        let quoted = matches!(first, '"' | '\'' | '`' | '“');
        let (word, after) = if quoted {
            quoted_word(rest, if first == '“' { '”' } else { first })
        } else {
            let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | ',' | '(' | ')' | '|'));
            rest.split_at(end.unwrap_or(rest.len()))
        };
        rest = after;
        let is_name = !quoted && name.is_none() && !words.is_empty();
        if let Some(after) = rest.trim_start().strip_prefix('=').filter(|_| is_name) {
            name = Some(word.to_owned());
            rest = after;
            continue;
        }
        if rest.is_empty() && word.is_empty() {
            return words;
        }
        if word.is_empty() && !quoted {
            // A character that can't begin a word.
            rest = &rest[first.len_utf8()..];
            continue;
        }
        words.push(Word { name: name.take(), text: word.replace("\\\"", "\""), quoted });
    }
}

/// Up to the closing quotation mark; one that is followed by a letter belongs to the text.
fn quoted_word(text: &str, close: char) -> (&str, &str) {
    let start = text.chars().next().map_or(0, char::len_utf8);
    let ends = text[start..].match_indices(close).map(|(at, _)| start + at);
    let mut ends = ends.filter(|at| !text[..*at].ends_with('\\'));
    let is_last = |at: &usize| {
        let next = text[at + close.len_utf8()..].chars().next();
        next.is_none_or(|next| next.is_whitespace() || matches!(next, ',' | ')' | '|'))
    };
    match ends.find(is_last) {
        Some(end) => (&text[start..end], &text[end + close.len_utf8()..]),
        None => (text[start..].trim_end_matches(close), ""),
    }
}
