//! What many have in common: needs gather around one another as they come in. A person confirms a cluster.

use std::collections::HashMap;

use crate::{Gram, Vector};

/// From this average cosine on, a need belongs to a cluster.
pub const COMMON: f64 = 0.14;

/// Clusters of needs by incremental average link. Of each only the sum of its texts and their number is kept: the
/// average cosine to all its members is dot(x, sum)/count.
#[derive(Debug, Clone, Default)]
pub struct Clusters {
    /// For each gram its weight in the sum of each cluster, in the order of clusters.
    sums: HashMap<Gram, Vec<(usize, f64)>>,
    counts: Vec<u32>,
}

/// Where a need has gone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// The number of the cluster, from 0 in the order in which they began.
    pub cluster: usize,
    /// The average cosine to those who were there before; 0 where the need began a cluster.
    pub link: f64,
}

impl Clusters {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many clusters there ever were, emptied ones too.
    pub fn len(&self) -> usize {
        self.counts.len()
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// How many needs a cluster holds; 0 for one that is not there. Needs, not residents: whoever shows it counts
    /// distinct residents.
    pub fn count(&self, cluster: usize) -> u32 {
        self.counts.get(cluster).copied().unwrap_or(0)
    }

    /// The cluster nearest to this text and the average cosine to its members, 0 to 1, whether or not it is near
    /// enough; the older one of equals. `None` where nothing is shared with any.
    pub fn nearest(&self, text: &Vector) -> Option<Placed> {
        let mut links = vec![0.0; self.counts.len()];
        for (gram, weight) in text.weights() {
            for &(cluster, sum) in self.sums.get(gram).into_iter().flatten() {
                links[cluster] += f64::from(*weight) * sum;
            }
        }
        let mut best: Option<Placed> = None;
        for (cluster, (dot, &count)) in links.into_iter().zip(&self.counts).enumerate() {
            let link = if count > 0 { dot / f64::from(count) } else { 0.0 };
            if link > best.map_or(0.0, |it| it.link) {
                best = Some(Placed { cluster, link });
            }
        }
        best
    }

    /// Puts a text into the nearest cluster if the average cosine is at least `least` (usually [`COMMON`]), or lets
    /// it begin a new one.
    pub fn place(&mut self, text: &Vector, least: f64) -> Placed {
        let placed = self
            .nearest(text)
            .filter(|it| it.link >= least)
            .unwrap_or(Placed { cluster: self.counts.len(), link: 0.0 });
        self.join(placed.cluster, text);
        placed
    }

    /// Puts a text into a cluster that is known, for instance one a person has confirmed; a number beyond the last
    /// begins the next cluster. Gives the number.
    pub fn join(&mut self, cluster: usize, text: &Vector) -> usize {
        let cluster = cluster.min(self.counts.len());
        if cluster == self.counts.len() {
            self.counts.push(0);
        }
        self.counts[cluster] += 1;
        self.add(cluster, text, 1.0);
        cluster
    }

    /// Takes a text out again, with the very vector it came in with (withdrawn, or put elsewhere by a person).
    /// Nothing happens where the cluster is empty or not there.
    pub fn leave(&mut self, cluster: usize, text: &Vector) {
        if self.count(cluster) > 0 {
            self.counts[cluster] -= 1;
            self.add(cluster, text, -1.0);
        }
    }

    fn add(&mut self, cluster: usize, text: &Vector, sign: f64) {
        for &(gram, weight) in text.weights() {
            let sums = self.sums.entry(gram).or_default();
            let at = sums.partition_point(|&(it, _)| it < cluster);
            if sums.get(at).is_none_or(|&(it, _)| it != cluster) {
                sums.insert(at, (cluster, 0.0));
            }
            sums[at].1 += sign * f64::from(weight);
            if self.counts[cluster] == 0 {
                sums.remove(at);
            }
        }
    }
}
