-- The roles that requests act as, the organisations, and what the platform keeps for every request.

-- Roles belong to the whole server, so another database on it may have made them, even at this very moment.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['mcs_request', 'mcs_door', 'mcs_jobs'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin nosuperuser nocreatedb nocreaterole noinherit nobypassrls', wanted);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;

-- Nobody may make objects here but the owner; new tables are closed until a migration grants what is needed.
revoke all on schema public from public;
revoke all on all tables in schema public from public;
alter default privileges revoke execute on functions from public;
grant usage on schema public to mcs_request, mcs_door, mcs_jobs;

create table organisation (
  id uuid primary key,
  name text not null check (name <> ''),
  kind text not null check (kind in ('real', 'demonstration', 'test')),
  created_at timestamptz not null default now()
);
alter table organisation enable row level security;
alter table organisation force row level security;
create policy organisation_own on organisation to mcs_request
  using (id = (select current_setting('app.organisation', true)::uuid));
-- Before anyone is known the door must find the organisation to sign in to, or make the first one.
create policy organisation_door on organisation to mcs_door using (true) with check (true);
grant select, update (name) on organisation to mcs_request;
grant select, insert on organisation to mcs_door;

-- One row per mutating request: the same key again is answered with the first answer, never done twice.
create table request_key (
  organisation uuid not null references organisation (id) on delete cascade,
  person uuid not null,
  key uuid not null,
  method text not null,
  path text not null,
  status integer check (status between 200 and 599),
  location text,
  created_at timestamptz not null default now(),
  primary key (organisation, person, key)
);
create index request_key_created_at on request_key (created_at);
alter table request_key enable row level security;
alter table request_key force row level security;
create policy request_key_own on request_key to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (status, location), delete on request_key to mcs_request;

-- Mail to be sent, written in the transaction that causes it. Ids only: a template fetches nothing else.
create table outbox (
  organisation uuid not null references organisation (id) on delete cascade,
  id uuid primary key,
  to_person uuid not null,
  template text not null check (template ~ '^[a-z][a-z-]*$'),
  payload jsonb not null default '{}' check (jsonb_typeof(payload) = 'object'),
  due_at timestamptz not null default now(),
  sent_at timestamptz,
  attempts integer not null default 0 check (attempts >= 0),
  created_at timestamptz not null default now()
);
create index outbox_waiting on outbox (organisation, due_at) where sent_at is null;
alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_own on outbox to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update (due_at, sent_at, attempts), delete on outbox to mcs_request;
