SELECT name, currency, fiscal_year_start_month, created
FROM workspace
