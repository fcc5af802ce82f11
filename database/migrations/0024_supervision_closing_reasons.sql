-- Why a case was closed says what became of a family, so it is sealed with the rest of the case (SPEC 12.2). Its checks go
-- with the column.
alter table supervision_case drop column closed_because;
