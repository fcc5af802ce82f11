-- What people say of a programme at its end (SPEC 7.1): who has, and which of their answers may be quoted. The answers are sealed;
-- an answer that its author lets be quoted and the lead shows is a quote, which everybody in the organisation reads.

create table learning_feedback (
  organisation uuid not null,
  id uuid primary key,
  cohort uuid not null,
  person uuid not null,
  -- Counts every save; the sealed answers are of this version.
  save integer not null default 0 check (save >= 0),
  given_at timestamptz not null,
  unique (organisation, cohort, person),
  unique (organisation, id),
  foreign key (organisation, cohort) references learning_cohort (organisation, id)
);

-- Whether one answer may be quoted, as its author says, and as they say later.
create table learning_quoting (
  organisation uuid not null,
  id uuid primary key,
  feedback uuid not null,
  -- The key of the question in the policy's template.
  question text not null check (length(question) between 1 and 80),
  consent text not null check (consent in ('no', 'without name', 'with name')),
  decided_at timestamptz not null,
  unique (organisation, feedback, question),
  unique (organisation, id),
  foreign key (organisation, feedback) references learning_feedback (organisation, id)
);

-- An answer as everybody reads it, by consent. Deleted when its author takes the consent back or changes what they wrote.
create table learning_quote (
  organisation uuid not null,
  id uuid primary key,
  programme uuid not null,
  cohort uuid not null,
  quoting uuid not null,
  words text not null check (length(words) between 1 and 4000),
  -- Who said it, when they agreed to be named.
  person uuid,
  shown_by uuid not null,
  shown_at timestamptz not null,
  unique (organisation, quoting),
  foreign key (organisation, programme) references learning_programme (organisation, id),
  foreign key (organisation, cohort) references learning_cohort (organisation, id),
  foreign key (organisation, quoting) references learning_quoting (organisation, id)
);
create index learning_quote_programme on learning_quote (organisation, programme);

-- Whether the asker leads the programme of a cohort.
create function leads_cohort(of_cohort uuid) returns boolean language sql stable as $$
  select exists (select from learning_cohort c
    join learning_programme p on p.organisation = c.organisation and p.id = c.programme
    where c.organisation = (select current_setting('app.organisation', true)::uuid) and c.id = of_cohort
      and p.lead = (select current_setting('app.person', true)::uuid))
$$;
grant execute on function leads_cohort to mcs_request;

do $$
declare
  one text;
begin
  foreach one in array array['learning_feedback', 'learning_quoting', 'learning_quote'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
  end loop;
end $$;

create policy learning_feedback_read on learning_feedback for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and (person = (select current_setting('app.person', true)::uuid) or leads_cohort(cohort)));
create policy learning_feedback_give on learning_feedback for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
create policy learning_feedback_change on learning_feedback for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant select, insert, update (save, given_at) on learning_feedback to mcs_request;

create policy learning_quoting_read on learning_quoting for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and exists (select from learning_feedback f
      where f.organisation = learning_quoting.organisation and f.id = learning_quoting.feedback));
create policy learning_quoting_decide on learning_quoting for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and exists (select from learning_feedback f
      where f.organisation = learning_quoting.organisation and f.id = learning_quoting.feedback
        and f.person = (select current_setting('app.person', true)::uuid)));
create policy learning_quoting_change on learning_quoting for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and exists (select from learning_feedback f
      where f.organisation = learning_quoting.organisation and f.id = learning_quoting.feedback
        and f.person = (select current_setting('app.person', true)::uuid)));
grant select, insert, update (consent, decided_at) on learning_quoting to mcs_request;

create policy learning_quote_read on learning_quote for select to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
-- Whoever leads the programme shows a quote, with its author's consent, and with a name only where they agreed to it.
create policy learning_quote_show on learning_quote for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid) and leads_cohort(cohort)
    and exists (select from learning_quoting q
      join learning_feedback f on f.organisation = q.organisation and f.id = q.feedback
      where q.organisation = learning_quote.organisation and q.id = learning_quote.quoting
        and f.cohort = learning_quote.cohort and q.consent <> 'no'
        and (learning_quote.person is null or (q.consent = 'with name' and learning_quote.person = f.person))));
create policy learning_quote_hide on learning_quote for delete to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and (leads_cohort(cohort) or exists (select from learning_quoting q
      join learning_feedback f on f.organisation = q.organisation and f.id = q.feedback
      where q.organisation = learning_quote.organisation and q.id = learning_quote.quoting
        and f.person = (select current_setting('app.person', true)::uuid))));
grant select, insert, delete on learning_quote to mcs_request;
