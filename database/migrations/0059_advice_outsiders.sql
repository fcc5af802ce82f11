-- Whoever rings the desk without being in the register: an agency nurse, a new starter, a colleague of another organisation.
-- Who they said they are is a fact of the desk; what they asked is sealed like everybody's.
alter table advice_request alter column caller drop not null;

create table advice_outsider (
  organisation uuid not null,
  request uuid primary key,
  name text not null check (char_length(name) between 1 and 120),
  role text not null check (char_length(role) between 1 and 120),
  -- Their organisation or unit.
  place text not null check (char_length(place) between 1 and 120),
  -- How long the advice took, to be counted once they are in the register.
  minutes integer check (minutes >= 0),
  -- Whom the register has them as.
  person uuid,
  linked_at timestamptz,
  foreign key (organisation, request) references advice_request (organisation, id),
  foreign key (organisation, person) references person (organisation, id),
  check ((person is null) = (linked_at is null))
);
alter table advice_outsider enable row level security;
alter table advice_outsider force row level security;
create policy advice_outsider_desk on advice_outsider to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and exists (select from advice_request r where r.organisation = advice_outsider.organisation and r.id = request))
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and exists (select from advice_request r
      where r.organisation = advice_outsider.organisation and r.id = request and r.caller is null));
grant select, insert, update (minutes, person, linked_at) on advice_outsider to mcs_request;

alter table advice_entry drop constraint advice_entry_kind_check;
alter table advice_entry add constraint advice_entry_kind_check
  check (kind in ('asked', 'asked again', 'handed on', 'taken', 'given back', 'advised', 'heard', 'read first',
    'sent elsewhere', 'seen', 'withdrawn', 'closed', 'added', 'desk told', 'leads told', 'case made', 'looked at',
    'advice corrected', 'account corrected', 'found in the register'));
alter table advice_entry drop constraint advice_entry_check;
alter table advice_entry add constraint advice_entry_check
  check ((kind in ('handed on', 'found in the register')) = (person is not null));
