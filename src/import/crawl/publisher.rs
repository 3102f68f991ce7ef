//! The line with a publisher's name, e-mail address, telephone, legal body and logo size. Reads no other line.

use crate::article::Publisher;

/// `None` unless the line holds a name, an e-mail address, and a telephone number or a logo size.
pub(super) fn read(line: &str) -> Option<Publisher> {
    let (name, email, rest) = around_email(line)?;
    let (telephone, rest) = telephone(rest.trim_start());
    let (organisation, sizes) = without_sizes(rest);
    if name.is_empty() || name.chars().count() > 80 || (telephone.is_none() && sizes == 0) {
        return None;
    }
    Some(Publisher {
        name: name.to_owned(),
        email: Some(email.to_owned()),
        telephone,
        organisation: (!organisation.is_empty()).then(|| organisation.to_owned()),
        ..Publisher::default()
    })
}

fn around_email(line: &str) -> Option<(&str, &str, &str)> {
    let email = line.split_whitespace().find(|token| is_email(token))?;
    let start = line.find(email)?;
    Some((line[..start].trim(), email, &line[start + email.len()..]))
}

fn is_email(token: &str) -> bool {
    token.split_once('@').is_some_and(|(local, host)| {
        let plain = |text: &str| text.chars().all(|c| c.is_alphanumeric() || "._-+".contains(c));
        !local.is_empty() && host.contains('.') && !host.starts_with('.') && plain(local) && plain(host)
    })
}

/// A number that begins with `+`, or one long token of digits; with what follows it.
fn telephone(text: &str) -> (Option<String>, &str) {
    let international = text.starts_with('+');
    let fits = |c: char| c.is_ascii_digit() || c == '+' || (international && "()- ".contains(c));
    let end = text.find(|c| !fits(c)).unwrap_or(text.len());
    // Without an organisation the logo size follows the number: it must stay apart.
    let end = if text[end..].trim().is_empty() { text.find(' ').unwrap_or(end) } else { end };
    let number = text[..end].trim_end_matches([' ', '(', '-']);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    if digits < 6 { (None, text) } else { (Some(number.to_owned()), &text[number.len()..]) }
}

/// Cuts up to two whole numbers, or one like `252x60`, off the end; says how many.
fn without_sizes(text: &str) -> (&str, usize) {
    let is_size = |token: &str| {
        !token.is_empty() && token.split('x').all(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    };
    let (mut text, mut sizes) = (text.trim(), 0);
    while sizes < 2 {
        let (before, last) = text.rsplit_once(' ').unwrap_or(("", text));
        if !is_size(last) {
            break;
        }
        (text, sizes) = (before.trim_end(), sizes + 1);
    }
    (text, sizes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_found_whatever_the_logo_size() {
        for size in [" 252 60", " 600 60", " 252x60", ""] {
            let line = format!("The Harbour Wire desk@example.org +10005550100 Harbour „Wire“ Trust{size}");
            let publisher = read(&line).unwrap();
            assert_eq!(publisher.name, "The Harbour Wire");
            assert_eq!(publisher.email.as_deref(), Some("desk@example.org"));
            assert_eq!(publisher.telephone.as_deref(), Some("+10005550100"));
            assert_eq!(publisher.organisation.as_deref(), Some("Harbour „Wire“ Trust"));
        }
    }

    #[test]
    fn a_part_may_be_missing() {
        let publisher = read("Wire desk@example.org +1 (000) 555-0100 Trust 1").unwrap();
        assert_eq!(publisher.telephone.as_deref(), Some("+1 (000) 555-0100"));
        let publisher = read("Wire desk@example.org +10005550100 252 60").unwrap();
        assert_eq!((publisher.telephone.as_deref(), publisher.organisation), (Some("+10005550100"), None));
        assert_eq!(
            read("Wire desk@example.org Trust 252 60").unwrap().organisation.as_deref(),
            Some("Trust")
        );
    }

    #[test]
    fn sentences_with_an_address_are_not_publishers() {
        for line in
            ["Write to desk@example.org.", "desk@example.org +10005550100 Trust", "Counter@Example.org", ""]
        {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
