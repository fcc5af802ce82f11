-- Supervision between two people that came to an end (SPEC 4.5): from which day, when they talked about it or why they could
-- not, who supervises from then on, and what became of each session ahead and each open action. Only the two read it.
create table supervision_ending (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  supervisee uuid not null,
  supervisor uuid not null,
  ended_by uuid not null,
  ended_at timestamptz not null,
  on_day date not null,
  talked_on date,
  not_talked text check (not_talked in ('away', 'no answer', 'risk')),
  kind text not null check (kind in ('changed supervisor', 'left', 'moved', 'not working out', 'no longer needed')),
  successor uuid,
  undone_at timestamptz,
  unique (organisation, id),
  check (supervisee <> supervisor and ended_by in (supervisee, supervisor)),
  check ((talked_on is null) <> (not_talked is null)),
  check (successor is distinct from supervisee and successor is distinct from supervisor)
);
create index supervision_ending_supervisee on supervision_ending (organisation, supervisee, ended_at);
create index supervision_ending_supervisor on supervision_ending (organisation, supervisor, ended_at);

-- What ended with it: a pair, with its kind of supervision, or an agreement.
create table supervision_ending_part (
  organisation uuid not null,
  ending uuid not null,
  kind text not null check (kind in ('pair', 'agreement')),
  part uuid not null,
  type_key text,
  primary key (organisation, ending, kind, part),
  foreign key (organisation, ending) references supervision_ending (organisation, id),
  check ((kind = 'pair') = (type_key is not null))
);

-- What the two decided of one session ahead or one open action; `became` is what took its place.
create table supervision_ending_choice (
  organisation uuid not null,
  ending uuid not null,
  about_kind text not null check (about_kind in ('session', 'action')),
  about uuid not null,
  choice text not null,
  chosen_by uuid not null,
  chosen_at timestamptz not null,
  became uuid,
  primary key (organisation, ending, about_kind, about),
  foreign key (organisation, ending) references supervision_ending (organisation, id),
  check (choice in ('keep', 'cancel', 'ask the new supervisor') and about_kind = 'session'
    or choice in ('keep', 'take along', 'close') and about_kind = 'action')
);

-- Whether the asker is one of the two.
create function is_of_ending(of_ending uuid) returns boolean language sql stable as $$
  select exists (select from supervision_ending e
    where e.organisation = (select current_setting('app.organisation', true)::uuid) and e.id = of_ending
      and (select current_setting('app.person', true)::uuid) in (e.supervisee, e.supervisor))
$$;
grant execute on function is_of_ending to mcs_request;

alter table supervision_ending enable row level security;
alter table supervision_ending force row level security;
create policy supervision_ending_own on supervision_ending for all to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and (select current_setting('app.person', true)::uuid) in (supervisee, supervisor));
grant select, insert on supervision_ending to mcs_request;
grant update (successor, undone_at) on supervision_ending to mcs_request;

alter table supervision_ending_part enable row level security;
alter table supervision_ending_part force row level security;
create policy supervision_ending_part_own on supervision_ending_part for all to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and is_of_ending(ending));
grant select, insert on supervision_ending_part to mcs_request;

alter table supervision_ending_choice enable row level security;
alter table supervision_ending_choice force row level security;
create policy supervision_ending_choice_own on supervision_ending_choice for all to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and is_of_ending(ending));
grant select, insert on supervision_ending_choice to mcs_request;

-- Whether a person's supervision of a kind by another was ended after a session of it, and they are no pair of that kind again.
create function supervision_ended(of_supervisee uuid, of_supervisor uuid, of_type text, after timestamptz) returns boolean
  language sql stable as $$
  select exists (select from supervisory_pair p
    where p.organisation = (select current_setting('app.organisation', true)::uuid) and p.supervisee = of_supervisee
      and p.supervisor = of_supervisor and p.type_key = of_type and p.to_day is not null
      and p.to_day >= (after at time zone 'Europe/London')::date
      and (p.state = 'ended' or p.to_day <= (now() at time zone 'Europe/London')::date))
    and not exists (select from supervisory_pair p
      where p.organisation = (select current_setting('app.organisation', true)::uuid) and p.supervisee = of_supervisee
        and p.supervisor = of_supervisor and p.type_key = of_type and p.state = 'agreed'
        and (p.to_day is null or p.to_day > (now() at time zone 'Europe/London')::date))
$$;
grant execute on function supervision_ended to mcs_request;

-- A case is supervised by whoever it comes to next, and by whoever it came to last; no longer by somebody whose supervision of
-- its holder has ended, unless a session with them is still ahead.
create or replace function supervises_case(of_details uuid, of_person uuid) returns boolean language sql stable as $$
  select exists (select from supervision_case c
    join session_case b on b.organisation = c.organisation and b.case_id = c.id and b.state = 'brought'
    join supervision_session s on s.organisation = b.organisation and s.id = b.session
    where c.organisation = (select current_setting('app.organisation', true)::uuid) and c.details = of_details
      and s.supervisor = of_person
      and (s.state in ('proposed', 'booked') or s.state = 'held' and not exists (select from session_case l
        join supervision_session later on later.organisation = l.organisation and later.id = l.session
        where l.organisation = c.organisation and l.case_id = c.id and l.state = 'brought' and later.state = 'held'
          and later.starts_at > s.starts_at)
        and not supervision_ended(c.holder, of_person, s.type_key, s.starts_at)))
$$;
