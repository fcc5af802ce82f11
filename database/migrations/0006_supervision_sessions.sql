-- Supervision: pairs, sessions, attendance, records, evidence from outside (SPEC 5). Facts tables hold fixed words, days,
-- moments and ids only; what was said is sealed text about a record (0002). Places are kept apart, for those who go there.

create table supervisory_pair (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  supervisee uuid not null,
  supervisor uuid not null,
  type_key text not null,
  state text not null check (state in ('asked', 'agreed', 'declined', 'ended')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- The supervisor was the supervisee's line manager when asked: only the supervisee's own yes makes a pair (SPEC 5.10).
  line_manager boolean not null,
  consented_at timestamptz,
  from_day date,
  to_day date,
  ended_by uuid,
  ended_at timestamptz,
  end_kind text check (end_kind in ('changed supervisor', 'left', 'moved', 'not working out', 'no longer needed')),
  version integer not null default 1,
  check (supervisee <> supervisor),
  check (state not in ('agreed', 'ended') or from_day is not null),
  check (not line_manager or state <> 'agreed' or consented_at is not null),
  check (to_day is null or to_day >= from_day)
);
create unique index supervisory_pair_once on supervisory_pair (organisation, supervisee, supervisor, type_key)
  where state in ('asked', 'agreed');
create index supervisory_pair_supervisor on supervisory_pair (organisation, supervisor, state);
alter table supervisory_pair enable row level security;
alter table supervisory_pair force row level security;
create policy supervisory_pair_own on supervisory_pair to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (state, consented_at, from_day, to_day, ended_by, ended_at, end_kind, version)
  on supervisory_pair to mcs_request;

create table session_series (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  type_key text not null,
  supervisor uuid not null,
  every_count integer not null check (every_count between 1 and 52),
  every_unit text not null check (every_unit in ('weeks', 'months')),
  first_day date not null,
  time_of_day text not null check (time_of_day ~ '^\d\d:\d\d$'),
  booked_by uuid not null,
  booked_at timestamptz not null
);
alter table session_series enable row level security;
alter table session_series force row level security;
create policy session_series_own on session_series to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert on session_series to mcs_request;

-- Days of a series that could not be, why, and the day taken instead, if one was.
create table session_series_skip (
  organisation uuid not null references organisation (id),
  series uuid not null references session_series (id),
  day date not null,
  why text not null check (why in ('weekend', 'bank holiday', 'absence', 'busy', 'clock change')),
  instead date,
  primary key (organisation, series, day)
);
alter table session_series_skip enable row level security;
alter table session_series_skip force row level security;
create policy session_series_skip_own on session_series_skip to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert on session_series_skip to mcs_request;

create table supervision_session (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  type_key text not null,
  format text not null check (format in ('one-to-one', 'group')),
  state text not null check (state in ('proposed', 'booked', 'held', 'cancelled', 'withdrawn')),
  supervisor uuid not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 5 and 480),
  ends_at timestamptz not null,
  place_kind text not null check (place_kind in ('in person', 'video', 'phone')),
  proposed_by uuid,
  proposals integer not null default 1,
  unit uuid,
  series uuid references session_series (id),
  rebooks uuid references supervision_session (id),
  -- Held: as it was, and which model was used (a key of the policy).
  began_at timestamptz,
  finished_at timestamptz,
  model_key text,
  held_recorded_at timestamptz,
  booked_by uuid not null,
  booked_at timestamptz not null,
  version integer not null default 1,
  check ((state = 'proposed') = (proposed_by is not null)),
  check ((state = 'held') = (held_recorded_at is not null)),
  check (began_at is null or finished_at > began_at)
);
create index supervision_session_supervisor on supervision_session (organisation, supervisor, starts_at);
create index supervision_session_ahead on supervision_session (organisation, starts_at) where state in ('proposed', 'booked');
create index supervision_session_rebooks on supervision_session (organisation, rebooks) where rebooks is not null;
alter table supervision_session enable row level security;
alter table supervision_session force row level security;
create policy supervision_session_own on supervision_session to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (state, starts_at, minutes, ends_at, place_kind, proposed_by, proposals, began_at, finished_at,
  model_key, held_recorded_at, version) on supervision_session to mcs_request;

create table session_supervisee (
  organisation uuid not null references organisation (id),
  session uuid not null references supervision_session (id),
  person uuid not null,
  primary key (organisation, session, person)
);
create index session_supervisee_person on session_supervisee (organisation, person, session);
alter table session_supervisee enable row level security;
alter table session_supervisee force row level security;
create policy session_supervisee_own on session_supervisee to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, delete on session_supervisee to mcs_request;

-- The conversation of times: each one suggested, by whom, and what was answered. The place is for the people of the session.
create table session_proposal (
  organisation uuid not null references organisation (id),
  session uuid not null references supervision_session (id),
  number integer not null check (number > 0),
  suggested_by uuid not null,
  suggested_at timestamptz not null,
  starts_at timestamptz not null,
  minutes integer not null,
  place_kind text not null,
  place text not null default '' check (length(place) <= 300),
  answer text check (answer in ('accepted', 'another time', 'withdrawn', 'booked at once')),
  answered_by uuid,
  answered_at timestamptz,
  primary key (organisation, session, number)
);
alter table session_proposal enable row level security;
alter table session_proposal force row level security;
create policy session_proposal_own on session_proposal to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (answer, answered_by, answered_at) on session_proposal to mcs_request;

create table session_cancellation (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  session uuid not null references supervision_session (id),
  cancelled_by uuid not null,
  cancelled_at timestamptz not null,
  notice_minutes integer not null check (notice_minutes >= 0),
  cause text not null check (cause in ('sickness', 'leave', 'urgent clinical work', 'staffing', 'not prepared',
    'room or connection', 'moved by agreement', 'no longer needed', 'other')),
  way text not null check (way in ('instead', 'in addition')),
  cancelled_day date not null,
  rebooker uuid,
  deadline date,
  high_priority boolean not null,
  undone_at timestamptz
);
create unique index session_cancellation_once on session_cancellation (organisation, session) where undone_at is null;
create index session_cancellation_rebooker on session_cancellation (organisation, rebooker) where undone_at is null;
alter table session_cancellation enable row level security;
alter table session_cancellation force row level security;
create policy session_cancellation_own on session_cancellation to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (undone_at) on session_cancellation to mcs_request;

-- A booking that was let through against a check, by whom, and the reason given; reported to those who look after safety.
create table booking_override (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  session uuid not null references supervision_session (id),
  check_name text not null,
  objection text not null,
  reason text not null check (length(reason) between 1 and 500),
  overridden_by uuid not null,
  overridden_at timestamptz not null
);
alter table booking_override enable row level security;
alter table booking_override force row level security;
create policy booking_override_own on booking_override to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert on booking_override to mcs_request;

-- Who came to what: everything that figures are made of, in one row per person, corrected only by a later row.
create table attendance (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  session uuid not null references supervision_session (id),
  person uuid not null,
  part text not null check (part in ('supervisee', 'supervisor')),
  presence text not null check (presence in ('present', 'late', 'absent')),
  cause text check (cause in ('sickness', 'leave', 'urgent clinical work', 'staffing', 'training', 'did not know', 'not said')),
  minutes integer not null check (minutes >= 0),
  day date not null,
  type_key text not null,
  format text not null check (format in ('one-to-one', 'group')),
  remote boolean not null,
  group_size integer not null check (group_size >= 0),
  supervisor uuid not null,
  session_minutes integer not null check (session_minutes >= 0),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  check ((presence = 'absent') = (cause is not null))
);
create unique index attendance_once on attendance (organisation, session, person) where superseded_at is null;
create index attendance_person on attendance (organisation, person, day);
alter table attendance enable row level security;
alter table attendance force row level security;
create policy attendance_own on attendance to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (superseded_at) on attendance to mcs_request;

-- Records of a session: the session's own, each supervisee's part, each one's feedback. The words are sealed.
create table session_record (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  session uuid not null references supervision_session (id),
  kind text not null check (kind in ('session', 'own part', 'feedback')),
  -- Who writes it; for the session's record its supervisor.
  writer uuid not null,
  -- The last version that was signed off; 0 before the first.
  version integer not null default 0 check (version >= 0),
  -- Counts every save of the draft, so that a stale one is noticed; null when there is no draft.
  save integer not null default 0,
  drafting boolean not null default true,
  saved_at timestamptz not null,
  signed_at timestamptz,
  unique (organisation, session, kind, writer)
);
create unique index session_record_one on session_record (organisation, session) where kind = 'session';
alter table session_record enable row level security;
alter table session_record force row level security;
create policy session_record_own on session_record to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (version, save, drafting, saved_at, signed_at) on session_record to mcs_request;

-- Versions are written once: the request role can add and read, nothing else.
create table session_record_version (
  organisation uuid not null references organisation (id),
  record uuid not null references session_record (id),
  number integer not null check (number > 0),
  signed_by uuid not null,
  signed_at timestamptz not null,
  primary key (organisation, record, number)
);
alter table session_record_version enable row level security;
alter table session_record_version force row level security;
create policy session_record_version_own on session_record_version to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert on session_record_version to mcs_request;

-- What a supervisee says of a version: agreed, or a comment that stands beside it.
create table session_record_answer (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  record uuid not null references session_record (id),
  number integer not null,
  person uuid not null,
  outcome text not null check (outcome in ('agreed', 'commented')),
  answered_at timestamptz not null,
  unique (organisation, record, number, person)
);
alter table session_record_answer enable row level security;
alter table session_record_answer force row level security;
create policy session_record_answer_own on session_record_answer to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert on session_record_answer to mcs_request;

-- Supervision held elsewhere, and who vouches for it (SPEC 5.9).
create table outside_evidence (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  person uuid not null,
  type_key text not null,
  day date not null,
  minutes integer not null check (minutes between 5 and 480),
  format text not null check (format in ('one-to-one', 'group')),
  remote boolean not null,
  group_size integer not null check (group_size between 1 and 50),
  -- The supervisor when it was somebody of this organisation.
  supervisor uuid,
  voucher uuid not null,
  state text not null check (state in ('asked', 'vouched', 'refused', 'withdrawn')),
  recorded_at timestamptz not null,
  answered_at timestamptz,
  version integer not null default 1,
  check (voucher <> person),
  check ((state = 'asked') = (answered_at is null))
);
create index outside_evidence_person on outside_evidence (organisation, person, day);
create index outside_evidence_voucher on outside_evidence (organisation, voucher) where state = 'asked';
alter table outside_evidence enable row level security;
alter table outside_evidence force row level security;
create policy outside_evidence_own on outside_evidence to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (state, answered_at, version) on outside_evidence to mcs_request;

-- With whom and where it was held: for the person and the voucher.
create table outside_evidence_words (
  organisation uuid not null references organisation (id),
  evidence uuid not null references outside_evidence (id),
  held_with text not null check (length(held_with) between 1 and 200),
  held_at text not null default '' check (length(held_at) <= 200),
  primary key (organisation, evidence)
);
alter table outside_evidence_words enable row level security;
alter table outside_evidence_words force row level security;
create policy outside_evidence_words_own on outside_evidence_words to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert on outside_evidence_words to mcs_request;
