-- Feedback at the end of a programme keeps itself as it is typed: this counts every save, those of drafts among them, so that a stale
-- one is noticed. The draft is sealed, for its author alone.
alter table learning_feedback add column draft integer not null default 0 check (draft >= 0);
update learning_feedback set draft = save;
grant update (draft) on learning_feedback to mcs_request;
