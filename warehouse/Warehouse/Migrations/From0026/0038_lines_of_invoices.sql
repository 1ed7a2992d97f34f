-- An invoice may come line by line: of which document, and what was sold.
ALTER TABLE fact_invoice ADD COLUMN invoice_number VARCHAR;
ALTER TABLE fact_invoice ADD COLUMN product_key INTEGER DEFAULT 0;
ALTER TABLE fact_invoice ALTER COLUMN product_key SET NOT NULL;
