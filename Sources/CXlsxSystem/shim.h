/* Deliberately empty: libxlsxwriter is included by the C sources of CXlsx alone. */
