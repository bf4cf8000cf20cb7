/* Deliberately empty: libxml2 is included by the C sources of CXML alone. */
