//! Lines that go with a picture: credits, and the label `caption - Outlet, 1920, 27.02.2026`. Knows no address.

use super::stamp::dotted;

/// What the text alternative of a picture says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) alt: Option<String>,
    pub(super) outlet: String,
}

/// Reads `caption - Outlet, 1920, 27.02.2026`; the caption may be missing.
pub(super) fn label(line: &str) -> Option<Label> {
    let (head, date) = line.rsplit_once(", ")?;
    let (head, width) = head.rsplit_once(", ")?;
    dotted(date.trim())?;
    width.parse::<u16>().ok()?;
    let (alt, outlet) = head.rsplit_once(" - ").or_else(|| Some(("", head.strip_prefix("- ")?)))?;
    let alt = (!alt.trim().is_empty()).then(|| alt.trim().to_owned());
    Some(Label { alt, outlet: outlet.trim().to_owned() })
}

/// What a line that begins with `©` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notice<'a> {
    /// Who made a picture: `© Photo : …`.
    Credit(&'a str),
    /// Whose the page is: `© 2026 …`.
    Rights(&'a str),
}

/// `None` if the line doesn't begin with `©`.
pub(super) fn notice(line: &str) -> Option<Notice<'_>> {
    let rest = line.strip_prefix('©')?.trim_start();
    let year = rest.get(..4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    Some(if year || rest.is_empty() { Notice::Rights(line) } else { Notice::Credit(line) })
}

/// The credit without the caption that was glued to it.
pub(super) fn credit<'a>(line: &'a str, alt: Option<&str>) -> &'a str {
    let own = alt.and_then(|alt| line.strip_suffix(alt)).map_or(line, str::trim_end);
    if own.trim_start_matches('©').trim().is_empty() { line } else { own }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_have_an_outlet_a_width_and_a_day() {
        let found = label("Wheel - at dawn - Harbour Wire, 1920, 27.02.2026").unwrap();
        assert_eq!((found.alt.as_deref(), found.outlet.as_str()), (Some("Wheel - at dawn"), "Harbour Wire"));
        assert_eq!(label("- Harbour Wire, 1920, 27.02.2026").unwrap().alt, None);
        assert_eq!(label("Wheel, 1920, 27.02.2026"), None);
        assert_eq!(label("Wheel - Wire, in, 27.02.2026"), None);
    }

    #[test]
    fn credits_and_rights_begin_with_the_sign() {
        assert_eq!(notice("© Photo : Ann Moss"), Some(Notice::Credit("© Photo : Ann Moss")));
        assert_eq!(notice("© 2026 Harbour Wire"), Some(Notice::Rights("© 2026 Harbour Wire")));
        assert_eq!(notice("Photo"), None);
        assert_eq!(credit("© Photo : Ann MossThe wheel", Some("The wheel")), "© Photo : Ann Moss");
        assert_eq!(credit("© The wheel", Some("The wheel")), "© The wheel");
    }
}
