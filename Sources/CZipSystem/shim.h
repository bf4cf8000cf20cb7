/* Deliberately empty: libzip is included by the C sources of CZip alone. */
