//! Figures beside their budgets, as text.

use std::fmt;

pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
}

pub(crate) struct Row {
    pub(crate) what: String,
    pub(crate) figure: u64,
    pub(crate) limit: Option<Limit>,
}

/// What a figure may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    AtMost(u64),
    AtLeast(u64),
}

impl Limit {
    fn is_kept(self, figure: u64) -> bool {
        match self {
            Self::AtMost(limit) => figure <= limit,
            Self::AtLeast(limit) => figure >= limit,
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(limit) => f.write_str(&thousands(*limit)),
            Self::AtLeast(limit) => write!(f, "min {}", thousands(*limit)),
        }
    }
}

impl Row {
    /// What to say when the budget is passed.
    pub(super) fn excess(&self) -> Option<String> {
        let limit = self.limit.filter(|limit| !limit.is_kept(self.figure))?;
        Some(format!("{}: {} of {limit}", self.what, thousands(self.figure)))
    }

    fn cells(&self) -> [String; 4] {
        let ok = match self.limit {
            None => "",
            Some(_) if self.excess().is_some() => "NO",
            Some(_) => "yes",
        };
        [
            self.what.clone(),
            thousands(self.figure),
            self.limit.map_or_else(String::new, |limit| limit.to_string()),
            ok.to_owned(),
        ]
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["what", "figure", "budget", "ok"].map(str::to_owned);
        let rows: Vec<_> = [head].into_iter().chain(self.rows.iter().map(Row::cells)).collect();
        let widest = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let (what, figure, budget) = (widest(0), widest(1), widest(2));
        rows.iter().try_for_each(|[a, b, c, d]| writeln!(f, "{a:what$} | {b:>figure$} | {c:>budget$} | {d}"))
    }
}

/// `1234567` as `1,234,567`.
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_each_other() {
        let row = |what: &str, figure, limit| Row { what: what.to_owned(), figure, limit };
        let table = Table {
            rows: vec![
                row("a.wasm", 142_302, None),
                row("sum", 57_373, Some(Limit::AtMost(110_000))),
                row("b", 2, Some(Limit::AtMost(1))),
                row("c", 2, Some(Limit::AtLeast(3))),
            ],
        };
        let expected = "what   |  figure |  budget | ok\n\
                        a.wasm | 142,302 |         | \n\
                        sum    |  57,373 | 110,000 | yes\n\
                        b      |       2 |       1 | NO\n\
                        c      |       2 |   min 3 | NO\n";
        assert_eq!(table.to_string(), expected);
    }

    #[test]
    fn an_excess_names_both_figures() {
        let row = |figure| Row { what: "sum".to_owned(), figure, limit: Some(Limit::AtMost(110_000)) };
        assert_eq!(row(110_001).excess().as_deref(), Some("sum: 110,001 of 110,000"));
        assert_eq!(row(110_000).excess(), None);
    }

    #[test]
    fn digits_go_in_threes() {
        assert_eq!(["0", "999", "1,000", "1,234,567"], [0, 999, 1000, 1_234_567].map(thousands));
    }
}
