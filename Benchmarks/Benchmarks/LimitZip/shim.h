/* Deliberately empty: the C sources of CLimit alone include libzip. */
