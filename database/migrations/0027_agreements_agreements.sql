-- Agreements: one text between parties for one term, adapted, closed, signed, in force from a day until a day (SPEC 4). Facts
-- only; the text is sealed. Signatures and events are added and never changed, each in the signer's own name.

create table agreement (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  kind text not null check (kind in ('one-to-one contract', 'safeguarding contract', 'ground rules')),
  template_key text not null check (template_key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(template_key) <= 80),
  policy_version uuid not null,
  -- What it is about, for a later area: a set.
  about_kind text check (about_kind ~ '^[a-z][a-z -]*$'),
  about uuid,
  state text not null check (state in ('adapting', 'signing', 'signed', 'ended', 'withdrawn', 'replaced')),
  -- The newest text, sealed under this number.
  version integer not null check (version > 0),
  -- How often the text was closed; a signature counts for one closing.
  closing integer not null check (closing >= 0),
  started_by uuid not null,
  started_at timestamptz not null,
  closed_at timestamptz,
  text_hash text check (text_hash ~ '^[0-9a-f]{64}$'),
  from_day date,
  -- The first day on which it no longer holds.
  until_day date,
  -- The end of its term, whatever came before.
  term_until date,
  follows uuid,
  ended_on date,
  ended_by uuid,
  save integer not null check (save > 0),
  -- Over this row and everything that hangs on it, by a key that lies outside the database.
  seal text not null,
  seal_key text not null,
  unique (organisation, id),
  foreign key (organisation, follows) references agreement (organisation, id),
  check ((about_kind is null) = (about is null)),
  check ((from_day is null) = (until_day is null) and until_day >= from_day and until_day <= term_until),
  check (state in ('adapting', 'withdrawn') or text_hash is not null),
  check (state <> 'adapting' or text_hash is null),
  check ((state in ('signed', 'ended', 'replaced')) = (from_day is not null)),
  check ((ended_on is null) = (ended_by is null) and (state = 'ended') = (ended_on is not null)),
  check (follows is distinct from id)
);
create index agreement_about on agreement (organisation, about) where about is not null;
create index agreement_until on agreement (organisation, until_day) where until_day is not null;
-- One renewal at a time.
create unique index agreement_follows on agreement (organisation, follows) where state <> 'withdrawn';

create table agreement_party (
  organisation uuid not null,
  agreement uuid not null,
  person uuid not null,
  part text not null check (part in ('supervisee', 'supervisor', 'member', 'facilitator')),
  place integer not null check (place > 0),
  primary key (organisation, agreement, person),
  unique (organisation, agreement, place),
  foreign key (organisation, agreement) references agreement (organisation, id)
);
create index agreement_party_person on agreement_party (organisation, person);

create table agreement_signature (
  organisation uuid not null,
  agreement uuid not null,
  closing integer not null check (closing > 0),
  person uuid not null,
  part text not null check (part in ('supervisee', 'supervisor', 'member', 'facilitator')),
  typed_name text not null check (length(typed_name) between 1 and 300),
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz not null,
  -- When the signer last said who they are: five minutes ago at most.
  confirmed_at timestamptz not null,
  means text not null check (means in ('password and code', 'demonstration')),
  seal text not null,
  seal_key text not null,
  primary key (organisation, agreement, closing, person),
  foreign key (organisation, agreement, person) references agreement_party (organisation, agreement, person),
  check (confirmed_at <= signed_at and confirmed_at > signed_at - interval '5 minutes')
);

create table agreement_event (
  organisation uuid not null,
  agreement uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('started', 'changed', 'closed', 'opened again', 'signed', 'in force', 'given up', 'ended',
    'ending undone', 'replaced')),
  -- The text that it was then.
  version integer not null check (version > 0),
  -- For a change: what kind of step, and of which clause.
  step text check (step in ('change', 'add', 'leave out', 'fill in', 'began from the earlier one')),
  clause_key text check (length(clause_key) <= 80),
  by_person uuid not null,
  at timestamptz not null,
  primary key (organisation, agreement, number),
  foreign key (organisation, agreement) references agreement (organisation, id)
);

-- A step that one party proposes and the other answers. Its words are sealed.
create table agreement_proposal (
  organisation uuid not null,
  id uuid primary key,
  agreement uuid not null,
  step text not null check (step in ('change', 'add', 'leave out')),
  clause_key text not null check (length(clause_key) between 1 and 80),
  -- The text it was made on.
  version integer not null check (version > 0),
  by_person uuid not null,
  at timestamptz not null,
  state text not null check (state in ('open', 'accepted', 'declined', 'taken back', 'overtaken')),
  answered_by uuid,
  answered_at timestamptz,
  unique (organisation, id),
  foreign key (organisation, agreement) references agreement (organisation, id),
  check ((state = 'open') = (answered_by is null) and (answered_by is null) = (answered_at is null)),
  check (state <> 'accepted' or answered_by <> by_person)
);
create index agreement_proposal_agreement on agreement_proposal (organisation, agreement, at);
create unique index agreement_proposal_open on agreement_proposal (organisation, agreement, clause_key, by_person)
  where state = 'open';

-- What everybody signed never changes, and what was given up never comes back.
create function agreement_stays() returns trigger language plpgsql as $$
begin
  if old.state in ('signed', 'ended', 'replaced')
    and ((new.version, new.closing, new.text_hash, new.closed_at, new.from_day)
      is distinct from (old.version, old.closing, old.text_hash, old.closed_at, old.from_day)
      or new.state not in ('signed', 'ended', 'replaced')) then
    raise exception 'a signed agreement cannot be changed';
  end if;
  if old.state = 'withdrawn' and new.state <> 'withdrawn' then
    raise exception 'an agreement that was given up does not come back';
  end if;
  return new;
end $$;
create trigger agreement_stays before update on agreement for each row execute function agreement_stays();

-- Whether the asker is named in an agreement, and whether it takes their signature under this text.
create function is_agreement_party(of_agreement uuid) returns boolean language sql stable as $$
  select exists (select from agreement_party p
    where p.organisation = (select current_setting('app.organisation', true)::uuid) and p.agreement = of_agreement
      and p.person = (select current_setting('app.person', true)::uuid))
$$;
create function takes_signature(of_agreement uuid, of_closing integer, of_hash text) returns boolean language sql stable as $$
  select exists (select from agreement a
    where a.organisation = (select current_setting('app.organisation', true)::uuid) and a.id = of_agreement
      and a.state = 'signing' and a.closing = of_closing and a.text_hash = of_hash)
$$;
-- Everything that is stored of an agreement in one text, for the seal over it: every column that holds something, in UTC.
create function agreement_rows(of_agreement uuid) returns text language sql stable set timezone = 'UTC' as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'agreement', to_jsonb(a) - 'seal' - 'seal_key',
    'parties', (select jsonb_agg(to_jsonb(p) order by p.place) from agreement_party p
      where p.organisation = a.organisation and p.agreement = a.id),
    'signatures', (select jsonb_agg(to_jsonb(s) order by s.closing, s.person) from agreement_signature s
      where s.organisation = a.organisation and s.agreement = a.id),
    'events', (select jsonb_agg(to_jsonb(e) order by e.number) from agreement_event e
      where e.organisation = a.organisation and e.agreement = a.id),
    'proposals', (select jsonb_agg(to_jsonb(r) order by r.id) from agreement_proposal r
      where r.organisation = a.organisation and r.agreement = a.id)))::text
  from agreement a
  where a.organisation = (select current_setting('app.organisation', true)::uuid) and a.id = of_agreement
$$;
grant execute on function is_agreement_party, takes_signature, agreement_rows to mcs_request;

do $$
declare
  one text;
begin
  foreach one in array array['agreement', 'agreement_party', 'agreement_signature', 'agreement_event',
    'agreement_proposal'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy %I on %I for select to mcs_request
      using (organisation = (select current_setting(''app.organisation'', true)::uuid))', one || '_read', one);
    execute format('grant select, insert on %I to mcs_request', one);
  end loop;
end $$;

create policy agreement_start on agreement for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and started_by = (select current_setting('app.person', true)::uuid) and state = 'adapting');
create policy agreement_change on agreement for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant update (state, version, closing, closed_at, text_hash, from_day, until_day, term_until, ended_on, ended_by, save, seal, seal_key)
  on agreement to mcs_request;

-- Parties are named when it is started, by whoever starts it.
create policy agreement_party_name on agreement_party for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and exists (select from agreement a where a.organisation = agreement_party.organisation and a.id = agreement
      and a.started_by = (select current_setting('app.person', true)::uuid) and a.state = 'adapting' and a.version = 1));
-- Nobody signs for somebody else, or another text than the one that lies there closed.
create policy agreement_signature_give on agreement_signature for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid)
    and takes_signature(agreement, closing, text_hash));
create policy agreement_event_add on agreement_event for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and by_person = (select current_setting('app.person', true)::uuid));
create policy agreement_proposal_make on agreement_proposal for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and by_person = (select current_setting('app.person', true)::uuid) and state = 'open'
    and is_agreement_party(agreement));
create policy agreement_proposal_answer on agreement_proposal for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid) and state = 'open'
    and is_agreement_party(agreement))
  with check (answered_by = (select current_setting('app.person', true)::uuid));
grant update (state, answered_by, answered_at) on agreement_proposal to mcs_request;
