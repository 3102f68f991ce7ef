//! Figures beside their budgets, as text.

use std::fmt;

pub(super) struct Table {
    pub(super) rows: Vec<Row>,
}

pub(super) struct Row {
    pub(super) what: String,
    pub(super) figure: u64,
    pub(super) limit: Option<u64>,
}

impl Row {
    /// What to say when the budget is passed.
    pub(super) fn excess(&self) -> Option<String> {
        let limit = self.limit.filter(|limit| self.figure > *limit)?;
        Some(format!("{}: {} of {}", self.what, thousands(self.figure), thousands(limit)))
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
            self.limit.map_or_else(String::new, thousands),
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
            rows: vec![row("a.wasm", 142_302, None), row("sum", 57_373, Some(110_000)), row("b", 2, Some(1))],
        };
        let expected = "what   |  figure |  budget | ok\n\
                        a.wasm | 142,302 |         | \n\
                        sum    |  57,373 | 110,000 | yes\n\
                        b      |       2 |       1 | NO\n";
        assert_eq!(table.to_string(), expected);
    }

    #[test]
    fn an_excess_names_both_figures() {
        let row = |figure| Row { what: "sum".to_owned(), figure, limit: Some(110_000) };
        assert_eq!(row(110_001).excess().as_deref(), Some("sum: 110,001 of 110,000"));
        assert_eq!(row(110_000).excess(), None);
    }

    #[test]
    fn digits_go_in_threes() {
        assert_eq!(["0", "999", "1,000", "1,234,567"], [0, 999, 1000, 1_234_567].map(thousands));
    }
}
