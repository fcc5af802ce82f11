-- What is being typed of the two records of an advice, for its writer alone; corrections of them; and in which choices they
-- differed at first, so that a correction hides nothing from whoever looks at it.
create table advice_draft (
  organisation uuid not null,
  id uuid primary key,
  request uuid not null,
  author uuid not null,
  part text not null check (part in ('advice', 'account')),
  save integer not null default 0 check (save >= 0),
  unique (organisation, request, author, part),
  foreign key (organisation, request) references advice_request (organisation, id),
  foreign key (organisation, author) references person (organisation, id)
);
alter table advice_draft enable row level security;
alter table advice_draft force row level security;
create policy advice_draft_own on advice_draft to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and author = (select current_setting('app.person', true)::uuid))
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and author = (select current_setting('app.person', true)::uuid)
    and exists (select from advice_request r where r.organisation = advice_draft.organisation and r.id = request));
grant select, insert, update (save) on advice_draft to mcs_request;

alter table advice_request add column differed text[] check (differed <@ array['advice', 'urgency', 'next step']);
update advice_request set differed = differs;
grant update (differed) on advice_request to mcs_request;

alter table advice_entry drop constraint advice_entry_kind_check;
alter table advice_entry add constraint advice_entry_kind_check
  check (kind in ('asked', 'asked again', 'handed on', 'taken', 'given back', 'advised', 'heard', 'read first',
    'sent elsewhere', 'seen', 'withdrawn', 'closed', 'added', 'desk told', 'leads told', 'case made', 'looked at',
    'advice corrected', 'account corrected'));
