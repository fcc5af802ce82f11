-- Who wants which mail, and why a mail still waits.
alter table outbox add column problem text check (problem in ('no address', 'refused', 'server away', 'unknown mail'));
grant update (problem) on outbox to mcs_request;

-- One digest in plain words rather than many alerts; people choose e-mail or none. No row: daily.
create table mail_choice (
  organisation uuid not null references organisation (id) on delete cascade,
  person uuid not null,
  digest text not null check (digest in ('daily', 'weekly', 'none')),
  changed_at timestamptz not null,
  primary key (organisation, person)
);
alter table mail_choice enable row level security;
alter table mail_choice force row level security;
create policy mail_choice_own on mail_choice to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert, update on mail_choice to mcs_request;
