/// A day and time of day as a spreadsheet counts them: days since the end of 1899, or since the beginning of 1904.
struct CellDate: Sendable, Hashable {
    var year: Int
    var month: Int
    var day: Int
    var hour: Int
    var minute: Int
    var second: Int
    /// Sunday is 0.
    var weekday: Int

    /// The last day of 9999.
    private static let last = 2_958_466.0

    init?(_ serial: Double, is1904: Bool) {
        var serial = is1904 ? serial + 1462 : serial
        guard serial >= 0, serial < Self.last else { return nil }
        // 29 February 1900, which there never was, has the number 60.
        if serial < 60, serial >= 1 { serial += 1 }
        let seconds = Int((serial * 86_400).rounded())
        let days = seconds / 86_400, rest = seconds % 86_400
        (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
        weekday = (days + 6) % 7
        // Days since 1 March of the year 0 (proleptic), whose years end with the leap day.
        let shifted = days + 693_899
        let era = shifted / 146_097, ofEra = shifted % 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * ofYear + 2) / 153
        day = ofYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}
