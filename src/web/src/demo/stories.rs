//! Plans the invented needs: about a hundred and thirty over sixty days, in every state a need can be in.

use super::chance::Chance;
use super::deeds::{Deed, Story};
use super::texts::{NOT_YET, QUESTIONS, REFUSALS, TAILS, Text, answers};
use super::{moments, units};
use chrono::{DateTime, Utc};
use domain::needs::NewNeed;
use domain::places::Catalogue;
use words::{Body, Category, Channel, Contact, ForWhom, Level, Place, RegionId, Reply, Solved, Spot, UnitId};

/// How a story stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Now {
    Received,
    Late,
    Asked,
    PassedOn,
    InProgress,
    Overdue,
    Answered,
    Partly,
    Solved,
    Reopened,
    Refused,
    Withdrawn,
    StaffOnly,
}

/// How many stories stand so, and how many days ago they began, at least and at most.
const SHARES: [(Now, u32, u32, u32); 13] = [
    (Now::Solved, 28, 12, 58),
    (Now::Answered, 18, 7, 24),
    (Now::InProgress, 18, 3, 6),
    (Now::PassedOn, 14, 1, 3),
    (Now::Received, 11, 0, 0),
    (Now::Overdue, 8, 14, 30),
    (Now::Partly, 8, 10, 26),
    (Now::Reopened, 6, 12, 26),
    (Now::Refused, 5, 4, 40),
    (Now::StaffOnly, 4, 2, 6),
    (Now::Withdrawn, 3, 5, 30),
    (Now::Late, 3, 4, 6),
    (Now::Asked, 2, 1, 1),
];

struct Plot<'a> {
    catalogue: &'a Catalogue,
    now: DateTime<Utc>,
    chance: &'a mut Chance,
    cuihu: Option<RegionId>,
}

/// Plans every story.
pub(super) fn plan(catalogue: &Catalogue, texts: &[Text], now: DateTime<Utc>, chance: &mut Chance) -> Vec<Story> {
    let cuihu = catalogue.regions.iter().find(|region| region.slug == "cuihu").map(|region| region.id);
    let mut plot = Plot { catalogue, now, chance, cuihu };
    let mut stories: Vec<Story> = plot.story(&Text::shared(), Now::InProgress, 9, cuihu).into_iter().collect();
    if let Some((_, Deed::Join(neighbours))) = stories.first_mut().and_then(|story| story.deeds.get_mut(2)) {
        *neighbours = 46;
    }
    for danger in Text::dangers() {
        stories.extend(plot.story(&danger, Now::Received, 0, cuihu));
    }
    let mut nth = 0;
    for (state, times, least, most) in SHARES {
        for _ in 0..times {
            // A step that shares no factor with the number of texts meets every text before one comes again.
            let Some(text) = texts.get(nth * 37 % texts.len().max(1)) else {
                continue;
            };
            let (days, region) = (plot.chance.between(least, most), plot.somewhere());
            stories.extend(plot.story(text, state, days, region));
            nth += 1;
        }
    }
    stories
}

impl Plot<'_> {
    fn somewhere(&mut self) -> Option<RegionId> {
        if self.chance.happens(33) {
            return self.cuihu;
        }
        if self.chance.happens(3) {
            return None;
        }
        let communities: Vec<RegionId> = self.catalogue.communities().map(|community| community.id).collect();
        self.chance.pick(&communities).copied()
    }

    fn reply(&mut self, texts: &[&str]) -> Option<Reply> {
        self.chance.pick(texts).and_then(|text| Reply::parse(text).ok())
    }

    fn unit(&mut self, category: Category, region: Option<RegionId>) -> Option<UnitId> {
        let slug = units::handling(category, region == self.cuihu, self.chance.happens(50));
        self.catalogue.units.iter().find(|unit| unit.slug == slug).map(|unit| unit.id)
    }

    fn need(&mut self, text: &Text, state: Now, region: Option<RegionId>) -> Option<NewNeed> {
        let (kind, category, text) = (text.kind, text.category, text.words.as_str());
        // Texts without a building are whole as they are.
        let tail = self.chance.pick(&TAILS).filter(|_| !text.is_ascii() && text.contains("{n}")).unwrap_or(&"");
        let body = format!("{}{tail}", text.replace("{n}", &self.chance.between(1, 18).to_string()));
        let somewhere = Place::Words("湖边老邮局后面那条巷子".to_owned());
        let spot = ["", "", "", "2单元门口", "东门外", "地下车库入口"];
        Some(NewNeed {
            kind,
            body: Body::parse(&body).ok()?,
            category: Some(category).filter(|_| self.chance.happens(90)),
            place: region.map_or(somewhere, Place::Region),
            spot: Spot::parse(self.chance.pick(&spot).unwrap_or(&"")).ok()?,
            point: None,
            contact: Contact::None,
            staff_only: state == Now::StaffOnly,
            for_whom: *self.chance.pick(&[ForWhom::Own, ForWhom::Own, ForWhom::Family, ForWhom::Neighbour])?,
            channel: *self.chance.pick(&[
                Channel::Own,
                Channel::Own,
                Channel::Own,
                Channel::Assisted,
                Channel::Phone,
            ])?,
        })
    }

    fn story(&mut self, text: &Text, state: Now, days: u32, region: Option<RegionId>) -> Option<Story> {
        let need = self.need(text, state, region)?;
        let (now, mut day, mut minute) = (self.now, days, self.chance.between(480, 1_000));
        let mut deeds = vec![(moments::at(now, day, minute), Deed::Report)];
        let mut then = |days_later: u32, minutes_later: u32, deed: Deed| {
            (day, minute) = (day.saturating_sub(days_later), (minute + minutes_later).min(1_300));
            deeds.push((moments::at(now, day, minute), deed));
        };
        let unit = self.unit(text.category, region)?;
        let joins = if self.chance.happens(60) { self.chance.between(1, 11) } else { 0 };
        match state {
            Now::Received | Now::Late => {}
            Now::Asked => then(0, 90, Deed::Ask(self.reply(&QUESTIONS)?)),
            Now::Refused => then(1, 30, Deed::Refuse(self.reply(&REFUSALS)?)),
            Now::Withdrawn => then(1, 200, Deed::Withdraw),
            _ => {
                then(0, self.chance.between(20, 150), Deed::Accept(unit));
                if state != Now::StaffOnly {
                    then(0, 25, Deed::Join(joins));
                }
            }
        }
        if matches!(state, Now::InProgress | Now::Answered | Now::Partly | Now::Solved | Now::Reopened) {
            then(1, 0, Deed::Begin(unit));
        }
        if matches!(state, Now::Answered | Now::Partly | Now::Solved | Now::Reopened) {
            let answer = self.reply(&answers(text.category))?;
            then(self.chance.between(1, 4), self.chance.between(0, 90), Deed::Answer(unit, answer));
        }
        let (solved, levels) = match state {
            Now::Solved => (Solved::Yes, [0, 2, 12, 44, 42]),
            Now::Partly => (Solved::Partly, [4, 20, 46, 24, 6]),
            Now::Reopened => (Solved::No, [38, 40, 18, 4, 0]),
            _ => return Some(Story { need, deeds }),
        };
        let why = if solved == Solved::Yes { None } else { self.reply(&NOT_YET) };
        then(1, 40, Deed::Confirm(solved, why));
        let place = self.chance.weighed(&levels);
        if let Some(level) = Level::ALL.iter().rev().nth(place).filter(|_| self.chance.happens(75)) {
            then(0, 2, Deed::Rate(*level));
        }
        Some(Story { need, deeds })
    }
}
