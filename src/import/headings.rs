//! Levels of headings: the first of a text is level 2, and none is more than one below the one before it. Pages begin
//! with all levels, by the size that they want.

use crate::article::Block;

/// The highest level in a text; the headline is level 1.
const TOP: u8 = 2;

/// Gives each heading the level that it has among those around it.
pub(super) fn level(blocks: &mut [Block]) {
    level_below(blocks, &mut Vec::new());
}

/// `open` holds the levels as the source has them, from the top down to where the reader is.
fn level_below(blocks: &mut [Block], open: &mut Vec<u8>) {
    for block in blocks {
        match block {
            Block::Heading { level, .. } => {
                while open.last().is_some_and(|above| above >= level) {
                    open.pop();
                }
                open.push(*level);
                *level = (TOP + open.len() as u8 - 1).min(6);
            }
            Block::Quote { blocks, .. } => level_below(blocks, open),
            Block::List { items, .. } => items.iter_mut().for_each(|item| level_below(item, open)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_level_is_left_out() {
        let levels = |levels: &[u8]| {
            let mut blocks: Vec<Block> =
                levels.iter().map(|level| Block::Heading { level: *level, text: Vec::new() }).collect();
            level(&mut blocks);
            let level = |block: &Block| match block {
                Block::Heading { level, .. } => *level,
                _ => 0,
            };
            blocks.iter().map(level).collect::<Vec<_>>()
        };
        assert_eq!(levels(&[4, 6, 4, 2, 3]), [2, 3, 2, 2, 3]);
        assert_eq!(levels(&[2, 4, 3, 4]), [2, 3, 3, 4]);
        assert_eq!(levels(&[2, 3, 4, 5, 6]), [2, 3, 4, 5, 6]);
    }
}
