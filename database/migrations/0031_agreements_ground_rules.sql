-- How a set agrees its ground rules (SPEC 4.3): who said what kind of thing of which clause, and when; the words are sealed.
-- Rows are added and never changed, each in the own name of whoever said it, and only while the text is open.

create function is_adapting(of_agreement uuid) returns boolean language sql stable as $$
  select exists (select from agreement a
    where a.organisation = (select current_setting('app.organisation', true)::uuid) and a.id = of_agreement
      and a.state = 'adapting' and a.kind = 'ground rules')
$$;
grant execute on function is_adapting to mcs_request;

create table agreement_talk (
  organisation uuid not null,
  agreement uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('agrees', 'concern', 'comment', 'suggestion', 'talked through', 'put in', 'not put in',
    'taken back')),
  clause_key text not null check (length(clause_key) between 1 and 80),
  by_person uuid not null,
  at timestamptz not null,
  -- The text that they had before them.
  version integer not null check (version > 0),
  -- The concern that was talked through, or the suggestion that was dealt with.
  answers integer,
  -- For an answer to a clause: how many this person had still to answer then.
  left_over integer check (left_over >= 0),
  primary key (organisation, agreement, number),
  foreign key (organisation, agreement) references agreement (organisation, id),
  foreign key (organisation, agreement, answers) references agreement_talk (organisation, agreement, number),
  check ((left_over is not null) = (kind in ('agrees', 'concern'))),
  check ((answers is not null) = (kind in ('talked through', 'put in', 'not put in', 'taken back')) and answers < number)
);

-- What somebody hopes for and worries about before the rules are agreed: theirs alone, but for what they share with the set.
create table agreement_hopes (
  organisation uuid not null,
  id uuid primary key,
  agreement uuid not null,
  person uuid not null,
  saved_at timestamptz not null,
  -- How many answers they share.
  shared integer not null check (shared >= 0),
  -- What the shared ones are sealed about: another thing at every saving, so that taking back leaves nothing to open.
  shared_about uuid not null,
  save integer not null check (save > 0),
  unique (organisation, agreement, person),
  foreign key (organisation, agreement) references agreement (organisation, id)
);

do $$
declare
  one text;
begin
  foreach one in array array['agreement_talk', 'agreement_hopes'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy %I on %I for select to mcs_request
      using (organisation = (select current_setting(''app.organisation'', true)::uuid))', one || '_read', one);
    execute format('grant select, insert on %I to mcs_request', one);
  end loop;
end $$;

create policy agreement_talk_say on agreement_talk for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and by_person = (select current_setting('app.person', true)::uuid)
    and is_agreement_party(agreement) and is_adapting(agreement));
create policy agreement_hopes_say on agreement_hopes for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid) and is_agreement_party(agreement));
create policy agreement_hopes_change on agreement_hopes for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant update (saved_at, shared, shared_about, save) on agreement_hopes to mcs_request;
