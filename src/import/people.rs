//! Reads bylines: one or more names, perhaps with addresses.

use crate::article::Person;
use crate::article::html::fold;

/// Words before the first name.
const LEADS: [&str; 6] = ["by ", "written by ", "von ", "par ", "por ", "di "];

/// A byline is no longer, in characters; more is a sentence.
const MAX_LEN: usize = 200;

/// Reads `By A and B`, `A, B and C`, `a@example.org (A)`, `A <a@example.org>`. An address of electronic mail is
/// left out where a name is given, and stands for it where none is.
pub(super) fn read(byline: &str) -> Vec<Person> {
    let text = fold(byline);
    if text.chars().count() > MAX_LEN {
        return Vec::new();
    }
    let lower = text.to_lowercase();
    let lead = LEADS.iter().find(|lead| lower.starts_with(**lead)).map_or(0, |lead| lead.len());
    let text = text.get(lead..).unwrap_or(&text);
    split(text).into_iter().filter_map(person).collect()
}

/// Parts at `and`, `&`, `;`, and at commas where each part looks like a full name.
fn split(text: &str) -> Vec<&str> {
    let parts: Vec<&str> =
        text.split(" and ").flat_map(|part| part.split(" & ")).flat_map(|part| part.split(';')).collect();
    let by_comma = |part: &&str| part.contains(',') && part.split(',').all(is_full_name);
    let mut names = Vec::new();
    for part in parts {
        if by_comma(&part) { names.extend(part.split(',')) } else { names.push(part) }
    }
    names.into_iter().map(|name| name.trim().trim_end_matches(',')).filter(|name| !name.is_empty()).collect()
}

/// Two to four words, or nothing at all (`A, B, and C`).
fn is_full_name(part: &str) -> bool {
    matches!(part.split_whitespace().count(), 0 | 2..=4) && !part.contains(|c: char| c.is_ascii_digit())
}

fn person(text: &str) -> Option<Person> {
    let (name, mail) = match (text.split_once('<'), text.split_once('(')) {
        (Some((name, mail)), _) if mail.contains('@') => (name.trim(), mail.trim_end_matches('>').trim()),
        (_, Some((mail, name))) if mail.contains('@') => (name.trim_end_matches(')').trim(), mail.trim()),
        (_, Some((name, mail))) if mail.contains('@') => (name.trim(), mail.trim_end_matches(')').trim()),
        _ => (text.trim(), ""),
    };
    let name = if name.is_empty() { mail } else { name };
    (!name.is_empty()).then(|| Person { name: name.to_owned(), url: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart() {
        let names = |text: &str| read(text).into_iter().map(|person| person.name).collect::<Vec<_>>();
        assert_eq!(names("By Ann Bell and Carl Dow"), ["Ann Bell", "Carl Dow"]);
        assert_eq!(names("Ann Bell, Carl Dow, and Eve Fox"), ["Ann Bell", "Carl Dow", "Eve Fox"]);
        assert_eq!(names("a@example.org (Ann Bell)"), ["Ann Bell"]);
        assert_eq!(names("Ann Bell <a@example.org>"), ["Ann Bell"]);
        assert_eq!(names("Ann Bell (a@example.org)"), ["Ann Bell"]);
        assert_eq!(names("a@example.org"), ["a@example.org"]);
        assert_eq!(names("Ann Bell, MD"), ["Ann Bell, MD"]);
        assert_eq!(names(" \n"), [""; 0]);
    }
}
