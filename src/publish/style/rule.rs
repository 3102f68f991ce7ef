//! CSS as rules, read and written without comments and needless space. Says nothing else than was read.

use cssparser::{ParseError, Parser, Token};

/// A rule, or a statement without a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    /// Selectors, or an at-rule's name and condition.
    pub prelude: String,
    pub block: Block,
}

/// What stands in a rule's braces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// There are none.
    None,
    /// Rules, as in `@media`.
    Rules(Vec<Rule>),
    /// Declarations or the like.
    Text(String),
}

/// At-rules with rules inside.
const GROUPS: [&str; 5] = ["@layer", "@media", "@supports", "@container", "@starting-style"];

/// The rules of a style sheet.
pub(super) fn read(css: &str) -> Vec<Rule> {
    rules(&mut Parser::new(css))
}

/// Rules as one text.
pub(super) fn write(rules: &[Rule]) -> String {
    let mut css = String::new();
    rules.iter().for_each(|rule| rule.write(&mut css));
    css
}

impl Rule {
    fn write(&self, css: &mut String) {
        css.push_str(&self.prelude);
        match &self.block {
            Block::None => return css.push(';'),
            Block::Rules(rules) => {
                css.push('{');
                rules.iter().for_each(|rule| rule.write(css));
            }
            Block::Text(text) => css.extend(["{", text]),
        }
        css.push('}');
    }
}

fn rules(parser: &mut Parser<'_>) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut prelude = Text::default();
    while let Some((token, text)) = next(parser) {
        let block = match token {
            Token::Semicolon => Block::None,
            Token::CurlyBracketBlock if GROUPS.iter().any(|name| prelude.0.starts_with(name)) => {
                Block::Rules(nested(parser, self::rules))
            }
            Token::CurlyBracketBlock => Block::Text(nested(parser, |parser| {
                let mut text = Text::default();
                text.take(parser);
                text.finished()
            })),
            token => {
                prelude.put(parser, &token, text);
                continue;
            }
        };
        rules.push(Rule { prelude: std::mem::take(&mut prelude).finished(), block });
    }
    rules
}

fn next<'i>(parser: &mut Parser<'i>) -> Option<(Token<'i>, &'i str)> {
    let start = parser.position();
    let token = parser.next_including_whitespace_and_comments().ok()?.clone();
    Some((token, parser.slice_from(start)))
}

fn nested<T: Default>(parser: &mut Parser<'_>, read: impl FnOnce(&mut Parser<'_>) -> T) -> T {
    parser.parse_nested_block(|parser| Ok::<T, ParseError<()>>(read(parser))).unwrap_or_default()
}

/// Tokens one after another, with as little space as they need.
#[derive(Default)]
struct Text(String);

impl Text {
    fn take(&mut self, parser: &mut Parser<'_>) {
        while let Some((token, text)) = next(parser) {
            self.put(parser, &token, text);
        }
    }

    fn put(&mut self, parser: &mut Parser<'_>, token: &Token<'_>, text: &str) {
        let end = match token {
            Token::Comment(_) => return,
            Token::WhiteSpace(_) => return self.space(),
            Token::Function(_) | Token::ParenthesisBlock => ")",
            Token::SquareBracketBlock => "]",
            Token::CurlyBracketBlock => "}",
            _ => "",
        };
        if matches!(token, Token::Comma | Token::Semicolon | Token::CurlyBracketBlock) {
            self.unspace();
        }
        self.0.push_str(text);
        if !end.is_empty() {
            nested(parser, |parser| self.take(parser));
            self.unspace();
            self.0.push_str(end);
        }
    }

    /// After a colon stands a value: before it, space may tell an element inside from the element itself.
    fn space(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with([' ', '{', '}', '(', '[', ':', ',', ';']) {
            self.0.push(' ');
        }
    }

    fn unspace(&mut self) {
        self.0.truncate(self.0.trim_end_matches(' ').len());
    }

    fn finished(mut self) -> String {
        self.0.truncate(self.0.trim_end_matches([' ', ';']).len());
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(css: &str) -> String {
        write(&read(css))
    }

    #[test]
    fn space_goes_where_it_says_nothing() {
        for (long, written) in [
            (
                "@layer a, b;\n/* x { */ p , a :any-link > b { margin: 0 auto ; }",
                "@layer a,b;p,a :any-link > b{margin:0 auto}",
            ),
            (
                "@media (min-width: 2em) and (x) { p { a: b !important; } }",
                "@media (min-width:2em) and (x){p{a:b !important}}",
            ),
            ("p::before { content: \" · /* {\" / \"\"; }", "p::before{content:\" · /* {\" / \"\"}"),
            (
                "p { width: calc( 2 * (1em + 3px) ); font: 1rem / 2 a, \"b  c\" }",
                "p{width:calc(2 * (1em + 3px));font:1rem / 2 a,\"b  c\"}",
            ),
            ("@keyframes k { from { a: b; } to { a: c } }", "@keyframes k{from{a:b;}to{a:c}}"),
            ("[a=\"b\"] i:is(a, b) { c: url(d e) url(\"f\") }", "[a=\"b\"] i:is(a,b){c:url(d e) url(\"f\")}"),
        ] {
            assert_eq!(short(long), written);
            assert_eq!(short(written), written);
        }
    }

    #[test]
    fn groups_hold_rules() {
        let rules = read("@layer a { @media print { p { b: c } } }");
        let Block::Rules(inner) = &rules[0].block else { panic!("{rules:?}") };
        assert_eq!(
            (inner[0].prelude.as_str(), write(inner)),
            ("@media print", "@media print{p{b:c}}".to_owned())
        );
    }
}
