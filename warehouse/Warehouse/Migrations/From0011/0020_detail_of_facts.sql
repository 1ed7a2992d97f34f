-- More of what invoices and forecasts say.

ALTER TABLE fact_invoice ADD COLUMN credit_amount DECIMAL(18,4);
ALTER TABLE fact_invoice ADD COLUMN credit_amount_document DECIMAL(18,4);

ALTER TABLE fact_forecast ADD COLUMN quantity_p10 DECIMAL(18,4);
ALTER TABLE fact_forecast ADD COLUMN quantity_p90 DECIMAL(18,4);
