import Testing

@testable import FanganFindings

@Suite("Day") struct DayTests {
    @Test func lastDays() {
        #expect(Day.lastDay(2024, 2).iso == "2024-02-29")
        #expect(Day.lastDay(1900, 2).iso == "1900-02-28")
        #expect(Day.lastDay(2000, 2).iso == "2000-02-29")
        #expect(Day.lastDay(2023, 12).iso == "2023-12-31")
    }

    @Test func impossibleDaysAreBroughtIntoTheMonth() { #expect(Day(2023, 2, 31).iso == "2023-02-28") }

    @Test func counting() {
        #expect(Day(2023, 1, 31).adding(months: 1).iso == "2023-02-28")
        #expect(Day(2023, 11, 30).adding(months: 3).iso == "2024-02-29")
        #expect(Day(2023, 12, 20).adding(days: 30).iso == "2024-01-19")
        #expect(Day(2024, 1, 1).previous.iso == "2023-12-31")
        #expect(Day(2022, 12, 31) < Day(2023, 1, 1))
    }

    @Test func reading() {
        #expect(Day(iso: "2023-05-09")?.iso == "2023-05-09")
        for wrong in ["2023-02-30", "2023-13-01", "2023-05", "", "jetzt"] { #expect(Day(iso: wrong) == nil) }
    }
}
