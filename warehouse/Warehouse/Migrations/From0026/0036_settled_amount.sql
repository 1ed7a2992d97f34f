-- How much of an invoice a receipt settles, in the group currency. Money received in the invoice's currency settles it at the invoice's rate,
-- so that an invoice paid in full leaves nothing, whatever the rates did meanwhile; other money, and money for an unknown invoice, counts as it is.
CREATE MACRO settled_amount(amount, amount_document, currency, invoice_amount, invoice_amount_document, invoice_currency) AS
    CASE
        WHEN currency = invoice_currency AND invoice_amount_document <> 0
            THEN CAST(CAST(coalesce(amount_document, amount) AS DOUBLE) * CAST(invoice_amount AS DOUBLE) / CAST(invoice_amount_document AS DOUBLE) AS DECIMAL(18, 4))
        ELSE amount
    END;
