"""Sets the same page with WeasyPrint from HTML: python page_weasyprint.py PAGE.html OUT.pdf"""
import sys

from weasyprint import HTML

page, out = sys.argv[1:3]
HTML(filename=page).write_pdf(out, pdf_variant="pdf/ua-1", pdf_tags=True)
