//! What selectors name, as far as is needed to know that they fit nothing.

use cssparser::{ParseError, Parser, Token};

/// Whether each of some selectors names a class or an id that is one of `names`, or begins with one and a hyphen.
pub(super) fn is_foreign(selectors: &str, names: &[&str]) -> bool {
    all_foreign(&mut Parser::new(selectors), names)
}

fn all_foreign(parser: &mut Parser<'_>, names: &[&str]) -> bool {
    let selectors =
        parser.parse_comma_separated(|selector| Ok::<bool, ParseError<()>>(one_foreign(selector, names)));
    selectors.is_ok_and(|selectors| selectors.into_iter().all(|foreign| foreign))
}

/// Of a choice in `:is()` all must be foreign; what `:not()` and `:has()` name is not asked for.
fn one_foreign(selector: &mut Parser<'_>, names: &[&str]) -> bool {
    let is_one = |name: &str| {
        names.iter().any(|foreign| {
            name.strip_prefix(foreign).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        })
    };
    let (mut foreign, mut after_dot) = (false, false);
    while let Ok(token) = selector.next_including_whitespace().cloned() {
        foreign |= match &token {
            Token::IDHash(name) => is_one(name),
            Token::Ident(name) => after_dot && is_one(name),
            Token::Function(name) if matches!(name.as_ref(), "is" | "where") => selector
                .parse_nested_block(|inner| Ok::<bool, ParseError<()>>(all_foreign(inner, names)))
                .unwrap_or_default(),
            _ => false,
        };
        after_dot = token == Token::Delim('.');
    }
    foreign
}

#[cfg(test)]
mod tests {
    use super::is_foreign;

    #[test]
    fn what_names_nothing_foreign_in_one_of_its_selectors_is_not_foreign() {
        for (selectors, foreign) in [
            (".facet", true),
            (".facet-on bdi, #facet", true),
            (".facets", false),
            (".facet, p", false),
            (".card:not(.facet)", false),
            ("p:is(.facet, .facet-on):first-child", true),
            (":is(.facet, .card) p", false),
            ("facet", false),
        ] {
            assert_eq!(is_foreign(selectors, &["facet"]), foreign, "{selectors}");
        }
    }
}
