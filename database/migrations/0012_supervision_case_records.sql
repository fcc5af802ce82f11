-- A record for each case that was discussed in a session, and the evidence that a team had its supervision (SPEC 5.7, 6.2).
-- Both are records like the others: drafted, signed off in versions, answered. Their words are sealed.

alter table session_record add column case_id uuid;
alter table session_record drop constraint session_record_kind_check;
alter table session_record add constraint session_record_kind_check
  check (kind in ('session', 'own part', 'feedback', 'case', 'evidence'));
alter table session_record add constraint session_record_of_case check ((kind = 'case') = (case_id is not null));

-- One record of a kind for each writer, but one for each case, whoever writes it.
alter table session_record drop constraint session_record_organisation_session_kind_writer_key;
create unique index session_record_writer on session_record (organisation, session, kind, writer) where kind <> 'case';
create unique index session_record_case on session_record (organisation, session, case_id) where kind = 'case';
create unique index session_record_evidence on session_record (organisation, session) where kind = 'evidence';
create index session_record_of_case on session_record (organisation, case_id, session) where case_id is not null;
