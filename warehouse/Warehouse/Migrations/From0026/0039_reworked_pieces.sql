-- Whether the pieces of a report go through the operation again: those are neither started nor good at the first go.
ALTER TABLE fact_operation_report ADD COLUMN is_rework BOOLEAN;
