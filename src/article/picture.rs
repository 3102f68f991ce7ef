//! A picture, where it lies and what is said about it.

use serde::{Deserialize, Serialize};

use super::json::from_json_object;
use super::{Article, Block};

/// A picture. Its file is named, never contained.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Picture {
    /// An absolute `http` or `https` URL, or a path relative to the archive file.
    pub src: String,
    /// CSS pixels, with `height`: what to keep free until it has come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// CSS pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// What it shows, for who can't see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// What is said below it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

from_json_object!(Picture { src, width, height, alt, caption, credit });

impl Picture {
    /// Whether the file lies beside the archive and not on another host.
    #[must_use]
    pub fn is_local(&self) -> bool {
        !self.src.contains("://")
    }
}

impl Article {
    /// The lead image and those in the text, in their order.
    #[must_use]
    pub fn pictures(&self) -> Vec<&Picture> {
        let mut pictures: Vec<&Picture> = self.picture.iter().collect();
        of_blocks(&self.body, &mut pictures);
        pictures
    }

    /// Changes each of them.
    pub fn each_picture(&mut self, change: &mut dyn FnMut(&mut Picture)) {
        self.picture.iter_mut().for_each(&mut *change);
        change_in(&mut self.body, change);
    }
}

fn of_blocks<'a>(blocks: &'a [Block], pictures: &mut Vec<&'a Picture>) {
    for block in blocks {
        match block {
            Block::Figure(picture) => pictures.push(picture),
            Block::Quote { blocks, .. } => of_blocks(blocks, pictures),
            Block::List { items, .. } => items.iter().for_each(|item| of_blocks(item, pictures)),
            _ => {}
        }
    }
}

fn change_in(blocks: &mut [Block], change: &mut dyn FnMut(&mut Picture)) {
    for block in blocks {
        match block {
            Block::Figure(picture) => change(picture),
            Block::Quote { blocks, .. } => change_in(blocks, change),
            Block::List { items, .. } => items.iter_mut().for_each(|item| change_in(item, change)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_found_wherever_they_stand() {
        let picture = |src: &str| Picture { src: src.to_owned(), ..Picture::default() };
        let figure = |src: &str| Block::Figure(picture(src));
        let list = Block::List { start: None, items: vec![vec![figure("c")]] };
        let quote = Block::Quote { blocks: vec![list, figure("d")], source: Vec::new() };
        let mut article =
            Article { picture: Some(picture("a")), body: vec![figure("b"), quote], ..Article::default() };
        article.each_picture(&mut |picture| picture.src.push('!'));
        let sources: Vec<&str> = article.pictures().into_iter().map(|picture| picture.src.as_str()).collect();
        assert_eq!(sources, ["a!", "b!", "c!", "d!"]);
    }
}
