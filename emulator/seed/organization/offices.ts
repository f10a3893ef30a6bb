/** A day of the year on which an office is closed. */
export interface Holiday {
  readonly month: number;
  readonly day: number;
  readonly name: string;
}

/** A place of work. Times are wall times of its zone. */
export interface Office {
  readonly city: string;
  /** ISO 3166 code. */
  readonly country: string;
  readonly street: string;
  readonly building: string;
  /** Windows name. */
  readonly zone: string;
  /** Hours of the day, possibly with halves. */
  readonly opens: number;
  readonly closes: number;
  /** Counted from Monday. */
  readonly workdays: readonly number[];
  readonly holidays: readonly Holiday[];
  /** Share of the people, relative to the other offices. */
  readonly weight: number;
}

const WEEK = [0, 1, 2, 3, 4];
const GULF_WEEK = [0, 1, 2, 3, 6];

const holidays = (...texts: readonly string[]): readonly Holiday[] =>
  texts.map((text) => {
    const [date = "", ...words] = text.split(" ");
    const [month = 1, day = 1] = date.split("-").map(Number);
    return { month, day, name: words.join(" ") };
  });

const office = (
  [city, country, zone, weight]: readonly [string, string, string, number],
  [opens, closes]: readonly [number, number],
  [building, street]: readonly [string, string],
  closed: readonly Holiday[],
  workdays: readonly number[] = WEEK,
): Office => ({ city, country, zone, weight, opens, closes, building, street, workdays, holidays: closed });

/** Holidays with a fixed date only: the others would need calendars of their own. */
export const OFFICES: readonly Office[] = [
  office(
    ["London", "GB", "GMT Standard Time", 9],
    [9, 17.5],
    ["Quay House", "4 Quay Street"],
    holidays("1-1 New Year's Day", "12-25 Christmas Day", "12-26 Boxing Day"),
  ),
  office(
    ["Warsaw", "PL", "Central European Standard Time", 7],
    [8, 16],
    ["Sundial House", "12 Amber Street"],
    holidays(
      "1-1 New Year's Day",
      "1-6 Epiphany",
      "5-1 Labour Day",
      "5-3 Constitution Day",
      "8-15 Army Day",
      "11-1 All Saints",
      "11-11 Independence Day",
      "12-25 Christmas Day",
    ),
  ),
  office(
    ["Berlin", "DE", "W. Europe Standard Time", 7],
    [8.5, 17],
    ["Mill Yard", "31 Mill Lane"],
    holidays("1-1 New Year's Day", "3-8 Women's Day", "5-1 Labour Day", "10-3 German Unity Day", "12-25 Christmas Day"),
  ),
  office(
    ["Lisbon", "PT", "GMT Standard Time", 4],
    [9, 18],
    ["Tile House", "8 Harbour Steps"],
    holidays(
      "1-1 New Year's Day",
      "4-25 Freedom Day",
      "5-1 Labour Day",
      "6-10 Portugal Day",
      "10-5 Republic Day",
      "12-1 Restoration Day",
      "12-25 Christmas Day",
    ),
  ),
  office(
    ["Stockholm", "SE", "W. Europe Standard Time", 4],
    [8, 17],
    ["Pine Court", "5 Island Road"],
    holidays("1-1 New Year's Day", "1-6 Epiphany", "5-1 Labour Day", "6-6 National Day", "12-25 Christmas Day"),
  ),
  office(
    ["New York", "US", "Eastern Standard Time", 8],
    [9, 17],
    ["Larkfield Tower", "210 Foundry Avenue"],
    holidays(
      "1-1 New Year's Day",
      "6-19 Juneteenth",
      "7-4 Independence Day",
      "11-11 Veterans Day",
      "12-25 Christmas Day",
    ),
  ),
  office(
    ["Denver", "US", "Mountain Standard Time", 3],
    [8, 17],
    ["Ridge Works", "77 Ridge Road"],
    holidays("1-1 New Year's Day", "6-19 Juneteenth", "7-4 Independence Day", "12-25 Christmas Day"),
  ),
  office(
    ["Vancouver", "CA", "Pacific Standard Time", 3],
    [8.5, 16.5],
    ["Inlet House", "16 Cannery Walk"],
    holidays("1-1 New Year's Day", "7-1 Canada Day", "11-11 Remembrance Day", "12-25 Christmas Day"),
  ),
  office(
    ["Sao Paulo", "BR", "E. South America Standard Time", 4],
    [9, 18],
    ["Ipe House", "140 Rua das Ameixas"],
    holidays(
      "1-1 New Year's Day",
      "4-21 Tiradentes",
      "5-1 Labour Day",
      "9-7 Independence Day",
      "10-12 Patron Saint",
      "11-15 Republic Day",
      "12-25 Christmas Day",
    ),
  ),
  office(
    ["Bengaluru", "IN", "India Standard Time", 8],
    [9.5, 18.5],
    ["Banyan Park", "3 Lake View Road"],
    holidays(
      "1-26 Republic Day",
      "5-1 Labour Day",
      "8-15 Independence Day",
      "10-2 Gandhi Jayanti",
      "12-25 Christmas Day",
    ),
  ),
  office(
    ["Kathmandu", "NP", "Nepal Standard Time", 1],
    [10, 18],
    ["Terrace House", "9 Temple Lane"],
    holidays("5-1 Labour Day", "5-29 Republic Day"),
  ),
  office(
    ["Dubai", "AE", "Arabian Standard Time", 2],
    [8, 17],
    ["Palm Court", "22 Creek Road"],
    holidays("1-1 New Year's Day", "12-2 National Day", "12-3 National Day"),
  ),
  office(
    ["Riyadh", "SA", "Arab Standard Time", 1],
    [8, 16],
    ["Date Court", "40 Garden Road"],
    holidays("2-22 Founding Day", "9-23 National Day"),
    GULF_WEEK,
  ),
  office(
    ["Singapore", "SG", "Singapore Standard Time", 3],
    [9, 18],
    ["Harbour Point", "61 Pier Road"],
    holidays("1-1 New Year's Day", "5-1 Labour Day", "8-9 National Day", "12-25 Christmas Day"),
  ),
  office(
    ["Tokyo", "JP", "Tokyo Standard Time", 5],
    [9, 18],
    ["Cedar Building", "2-14 Kanda"],
    holidays(
      "1-1 New Year's Day",
      "2-11 Foundation Day",
      "2-23 Emperor's Birthday",
      "4-29 Showa Day",
      "5-3 Constitution Day",
      "5-4 Greenery Day",
      "5-5 Children's Day",
      "11-3 Culture Day",
      "11-23 Labour Thanksgiving",
    ),
  ),
  office(
    ["Sydney", "AU", "AUS Eastern Standard Time", 4],
    [8.5, 17],
    ["Wattle House", "19 Ferry Street"],
    holidays("1-1 New Year's Day", "1-26 Australia Day", "4-25 Anzac Day", "12-25 Christmas Day", "12-26 Boxing Day"),
  ),
];
