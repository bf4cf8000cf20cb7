/* Deliberately empty: ICU is included by the C sources of CICU alone. */
