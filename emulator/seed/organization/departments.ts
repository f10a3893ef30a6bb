/** A part of the organization. */
export interface Department {
  readonly name: string;
  /** Share of the teams, relative to the other departments. */
  readonly weight: number;
  readonly head: string;
  readonly lead: string;
  readonly titles: readonly string[];
  readonly teams: readonly string[];
  /** Rituals of its teams besides the stand-up. */
  readonly meetings: readonly string[];
}

const department = (
  name: string,
  weight: number,
  [head, lead]: readonly [string, string],
  titles: readonly string[],
  teams: readonly string[],
  meetings: readonly string[],
): Department => ({ name, weight, head, lead, titles, teams, meetings });

export const DEPARTMENTS: readonly Department[] = [
  department(
    "Engineering",
    14,
    ["Vice President Engineering", "Engineering Manager"],
    ["Software Engineer", "Senior Software Engineer", "Test Engineer", "Firmware Engineer", "Staff Engineer"],
    ["Sensors", "Firmware", "Calibration", "Cloud", "Tooling", "Mobile", "Data", "Reliability"],
    ["Retrospective", "Sprint planning", "Backlog refinement"],
  ),
  department(
    "Sales",
    7,
    ["Vice President Sales", "Sales Manager"],
    ["Account Manager", "Senior Account Manager", "Sales Engineer"],
    ["North", "South", "East", "West", "Partners", "Key accounts"],
    ["Pipeline review", "Forecast"],
  ),
  department(
    "Support",
    5,
    ["Head of Support", "Support Lead"],
    ["Support Engineer", "Senior Support Engineer", "Trainer"],
    ["First line", "Second line", "Field service", "Training"],
    ["Escalations", "Shift hand-over"],
  ),
  department(
    "Product",
    4,
    ["Chief Product Officer", "Product Lead"],
    ["Product Manager", "Product Designer", "Researcher"],
    ["Laboratory", "Industry", "Environment", "Research"],
    ["Product review", "Road map"],
  ),
  department(
    "Marketing",
    3,
    ["Head of Marketing", "Marketing Lead"],
    ["Copywriter", "Campaign Manager", "Event Manager"],
    ["Brand", "Events", "Web"],
    ["Campaign review", "Editorial meeting"],
  ),
  department(
    "Finance",
    2,
    ["Chief Financial Officer", "Finance Lead"],
    ["Accountant", "Controller", "Buyer"],
    ["Accounting", "Controlling", "Purchasing"],
    ["Month-end close", "Budget check"],
  ),
  department(
    "People",
    2,
    ["Head of People", "People Lead"],
    ["People Partner", "Recruiter", "Payroll Specialist"],
    ["Hiring", "Partners", "Payroll"],
    ["Hiring round", "People review"],
  ),
  department(
    "IT",
    2,
    ["Head of IT", "IT Lead"],
    ["IT Administrator", "Network Engineer", "Security Analyst"],
    ["Workplace", "Networks", "Security"],
    ["Change board", "Incident review"],
  ),
  department(
    "Legal",
    1,
    ["General Counsel", "Legal Lead"],
    ["Counsel", "Contract Manager"],
    ["Contracts", "Compliance"],
    ["Contract review"],
  ),
];
