//! Which tags belong together: those that share articles oftener than chance would have it.

use rayon::prelude::*;

/// How many are named.
const NAMED: usize = 4;

/// How many times as many articles as by chance two tags share at least: what nearly all articles have goes with everything.
const OFTENER: f64 = 1.5;

/// For each tag, told by its articles, the places of the tags that go with it, closest first; among equals that with more
/// shared articles, then the one that stands first.
pub(super) fn related(tags: &[&[u32]], articles: usize) -> Vec<Vec<u32>> {
    let tags_of = tags_of(tags, articles);
    let count = |place: usize| tags[place].len() as f64;
    let of_tag = |(hits, met): &mut (Vec<u32>, Vec<u32>), place: usize| {
        for other in tags[place].iter().flat_map(|article| &tags_of[*article as usize]) {
            if hits[*other as usize] == 0 {
                met.push(*other);
            }
            hits[*other as usize] += 1;
        }
        let mut best: Vec<(f64, u32, u32)> = Vec::with_capacity(NAMED + 1);
        for other in met.drain(..) {
            let shared = std::mem::take(&mut hits[other as usize]);
            let closeness = closeness(shared, count(place), count(other as usize), articles as f64);
            if let Some(closeness) = closeness.filter(|_| other as usize != place) {
                keep(&mut best, (closeness, shared, other));
            }
        }
        best.into_iter().map(|(.., other)| other).collect()
    };
    (0..tags.len())
        .into_par_iter()
        .map_init(|| (vec![0; tags.len()], Vec::new()), |desk, place| of_tag(desk, place))
        .collect()
}

/// For each article its tags.
fn tags_of(tags: &[&[u32]], articles: usize) -> Vec<Vec<u32>> {
    let mut tags_of = vec![Vec::new(); articles];
    for (place, posting) in (0..).zip(tags) {
        posting.iter().for_each(|article| tags_of[*article as usize].push(place));
    }
    tags_of
}

/// How much oftener than by chance two tags occur together: the logarithm of that factor as a part of the most that it
/// could be (normalised pointwise mutual information: G. Bouma, *Normalized (Pointwise) Mutual Information in Collocation
/// Extraction*, 2009); `None` if it is hardly oftener. Of `shared` articles as many as the standard deviation of a count of
/// rare events are put down to chance, so that few tell less than many, and one tells nothing.
fn closeness(shared: u32, one: f64, other: f64, articles: f64) -> Option<f64> {
    let shared = f64::from(shared) - f64::from(shared).sqrt();
    let factor = shared * articles / (one * other);
    (factor >= OFTENER).then(|| factor.ln() / (articles / shared).ln())
}

fn keep(best: &mut Vec<(f64, u32, u32)>, found: (f64, u32, u32)) {
    let is_better = |than: &(f64, u32, u32)| {
        let order = found.0.total_cmp(&than.0).then(found.1.cmp(&than.1));
        order.then(than.2.cmp(&found.2)).is_gt()
    };
    let place = best.iter().position(is_better).unwrap_or(best.len());
    best.insert(place, found);
    best.truncate(NAMED);
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;
    use std::collections::BTreeSet;

    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;

    use super::*;

    /// The same, each pair by itself.
    fn one_by_one(tags: &[BTreeSet<u32>], articles: usize, place: usize) -> Vec<u32> {
        let mut found: Vec<(f64, usize, Reverse<usize>)> = Vec::new();
        for (other, posting) in tags.iter().enumerate().filter(|(other, _)| *other != place) {
            let shared = tags[place].intersection(posting).count();
            let sure = shared as f64 - (shared as f64).sqrt();
            let chance = tags[place].len() as f64 * posting.len() as f64 / articles as f64;
            if sure / chance > 1.5 - 1e-9 {
                let most = (articles as f64 / sure).ln();
                found.push(((sure / chance).ln() / most, shared, Reverse(other)));
            }
        }
        // Sums of logarithms differ in their last bits.
        found.sort_by(|one, other| {
            let rounded = |(closeness, shared, place): &(f64, usize, Reverse<usize>)| {
                ((closeness * 1e9).round() as i64, *shared, *place)
            };
            rounded(other).cmp(&rounded(one))
        });
        found.into_iter().take(4).map(|(.., Reverse(other))| other as u32).collect()
    }

    proptest! {
        #[test]
        fn related_tags_are_those_that_a_comparison_of_all_pairs_finds(
            tags in vec(btree_set(0_u32..30, 1..12), 1..25)
        ) {
            let lists: Vec<Vec<u32>> = tags.iter().map(|tag| tag.iter().copied().collect()).collect();
            let lists: Vec<&[u32]> = lists.iter().map(Vec::as_slice).collect();
            let found = related(&lists, 30);
            for (place, found) in found.iter().enumerate() {
                prop_assert_eq!(found, &one_by_one(&tags, 30, place), "{}", place);
            }
        }
    }

    #[test]
    fn one_shared_article_is_chance_and_what_all_articles_have_goes_with_nothing() {
        let everywhere: Vec<u32> = (0..20).collect();
        let tags: [&[u32]; 5] = [&[0, 1, 2, 3], &[1, 2, 3, 9], &everywhere, &[3], &[0, 1, 9, 10]];
        assert_eq!(related(&tags, 20), [vec![1], vec![0], vec![], vec![], vec![]]);
        assert_eq!(related(&[&[0, 1], &[0, 1]], 2), [vec![], vec![]] as [Vec<u32>; 2]);
    }
}
