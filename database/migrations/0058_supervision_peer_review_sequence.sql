-- How often a date of peer review was called off or put back, so that a calendar takes each later file for the newer one (SPEC 13.1).
alter table peer_review add column sequence integer not null default 0 check (sequence >= 0);
grant update (sequence) on peer_review to mcs_request;
