//! Which quotation marks are open. Straight marks open and close alike, so their neighbours decide.

use super::is_closing;
use super::scan::Scan;

/// How far the next straight mark is looked for, in characters.
const LOOK_AHEAD: usize = 2000;

/// The marks that are open at a point of a piece.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Quotes {
    straight: usize,
    single: usize,
    low: usize,
    /// The last character seen was a mark that closed.
    pub(super) just_closed: bool,
}

/// What a mark does at a seam.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// It ends what stands in front of it.
    Closes,
    /// It begins what follows.
    Opens,
}

/// Whether `c` is a quotation mark, a bracket or an inverted mark: what may stand between two sentences.
pub(super) fn is_mark(c: char) -> bool {
    is_closing(c) || is_opening(c) || matches!(c, '"' | '\'')
}

/// Marks that open; `“` also closes what `„` opened.
pub(super) fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '«' | '“' | '„' | '‘' | '‹' | '¿' | '¡')
}

impl Quotes {
    /// What the mark at `index`, which has letters or full stops on both sides, does here.
    pub(super) fn side(&self, scan: &Scan, index: usize) -> Side {
        let Some(mark) = scan.at(index) else { return Side::Closes };
        let closes = match mark {
            '"' => self.straight > 0 && !next_closes(scan, index),
            '\'' => self.single > 0,
            '“' => self.low > 0,
            _ => is_closing(mark),
        };
        if closes { Side::Closes } else { Side::Opens }
    }

    /// Takes in a mark that closes.
    pub(super) fn close(&mut self, mark: char) {
        let open = match mark {
            '"' => &mut self.straight,
            '\'' => &mut self.single,
            '“' => &mut self.low,
            _ => return,
        };
        *open = open.saturating_sub(1);
    }

    /// Takes in the character at `index`.
    pub(super) fn see(&mut self, scan: &Scan, start: usize, index: usize) {
        let Some(c) = scan.at(index) else { return };
        self.just_closed = is_closing(c) && c != '’';
        match c {
            '"' => {
                let side = neighbours(scan, start, index).unwrap_or_else(|| self.side(scan, index));
                self.just_closed = turn(&mut self.straight, side);
                // One mark often closes a quotation and the name at its end.
                if self.just_closed && ends_speech(scan, index) {
                    self.straight = 0;
                }
            }
            '\'' => {
                // Between letters it is an apostrophe.
                if let Some(side) = neighbours(scan, start, index) {
                    turn(&mut self.single, side);
                }
            }
            '„' => self.low += 1,
            '“' if self.low > 0 => {
                self.low -= 1;
                self.just_closed = true;
            }
            _ => {}
        }
    }
}

/// What the neighbours of a straight mark say; `None` if they leave it open.
fn neighbours(scan: &Scan, start: usize, index: usize) -> Option<Side> {
    let free = |c: char| c.is_whitespace() || is_opening(c) || matches!(c, '-' | '–' | '—');
    let before = scan.before(index).filter(|_| index > start);
    if before.is_none_or(free) {
        return Some(Side::Opens);
    }
    let after = scan.at(index + 1);
    after.is_none_or(|c| !c.is_alphanumeric() && !is_opening(c)).then_some(Side::Closes)
}

/// Whether the next straight mark closes: then the one at `index` opens, though another is open, as where each
/// paragraph of a long quotation begins with a mark and only the last one ends with it.
fn next_closes(scan: &Scan, index: usize) -> bool {
    let next = (index + 1..scan.len().min(index + LOOK_AHEAD)).find(|at| scan.at(*at) == Some('"'));
    next.is_some_and(|at| neighbours(scan, index, at) == Some(Side::Closes))
}

/// `," she said` and `", - she said`: the words of the speaker follow.
fn ends_speech(scan: &Scan, index: usize) -> bool {
    let dash = |at: usize| scan.at(at).is_some_and(|c| matches!(c, '-' | '–' | '—'));
    let comma = |at: Option<usize>| at.and_then(|at| scan.at(at)) == Some(',');
    comma(index.checked_sub(1)) || dash(index + 2) || (comma(Some(index + 1)) && dash(index + 3))
}

/// Changes the number of open marks; says whether one closed.
fn turn(open: &mut usize, side: Side) -> bool {
    let closes = side == Side::Closes;
    *open = if closes { open.saturating_sub(1) } else { *open + 1 };
    closes
}
