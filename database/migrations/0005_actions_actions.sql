-- Actions: what a person committed to do, by when, and how it stands (SPEC 5.11). Facts only: what an action says is a
-- sealed text about it, version 1 for the action itself, later versions for what was said when it was reported on.

create table action (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  owner uuid not null,
  agreed_by uuid not null,
  agreed_at timestamptz not null,
  from_kind text not null check (from_kind in ('session', 'meeting', 'advice', 'audit')),
  from_id uuid not null,
  due date not null,
  state text not null default 'open' check (state in ('open', 'done', 'changed', 'let go')),
  last_report text check (last_report in ('done', 'part done', 'not done', 'changed')),
  last_reported_at timestamptz,
  closed_at timestamptz,
  -- The action that this one came from when it was changed.
  changed_from uuid references action (id),
  version integer not null default 1 check (version > 0),
  check ((state = 'open') = (closed_at is null)),
  check ((last_report is null) = (last_reported_at is null))
);
create index action_owner on action (organisation, owner, state, due);
create index action_from on action (organisation, from_kind, from_id);
alter table action enable row level security;
alter table action force row level security;
create policy action_own on action to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (due, state, last_report, last_reported_at, closed_at, version) on action to mcs_request;

-- One row per report, kept for ever: an action that was carried on three times shows it.
create table action_report (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  action uuid not null references action (id),
  -- The version of the action that the report made, which is also the version of its sealed note.
  version integer not null,
  outcome text not null check (outcome in ('done', 'part done', 'not done', 'changed')),
  reported_by uuid not null,
  reported_at timestamptz not null,
  due_before date not null,
  due_after date not null,
  unique (organisation, action, version)
);
alter table action_report enable row level security;
alter table action_report force row level security;
create policy action_report_own on action_report to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert on action_report to mcs_request;
