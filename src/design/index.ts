// What areas and the platform may use of the design.

export type { ComponentChildren, VNode } from 'preact'
export { type Assets } from './asset-addresses.ts'
export { BarsByGroup, type Group } from './charts/by-group.tsx'
export { Chain, type ChainLink } from './charts/chain.tsx'
export { type ChainNode, ChainPicture } from './charts/chain-picture.tsx'
export { FormatStrip, type Stage } from './charts/format-strip.tsx'
export { type CoveragePoint, CoverageOverTime } from './charts/over-time.tsx'
export { StageStrip, type StripStage } from './charts/stage-strip.tsx'
export { type TurnMark, type TurnRow, TurnsStrip } from './charts/turns-strip.tsx'
export { type StripMark, type StripSpan, YearStrip } from './charts/year-strip.tsx'
export { choice, choices, file, tick, yesNo } from './form/choice-fields.tsx'
export { dayInWords, timeInWords } from './form/calendar-words.ts'
export { date, timeOfDay } from './form/day-fields.tsx'
export { defineForm, type Form, type FormReading, type FormState, onlyWhen } from './form/define-form.ts'
export type { Field, FieldError, FormBody, Option, Upload } from './form/field.ts'
export {
  ErrorSummary,
  FormField,
  FormFields,
  type FormTokens,
  FormTokensContext,
  type OptionsByField,
  PostButton,
  PostForm,
  titleWith,
} from './form/form.tsx'
export { person, searchIn } from './form/person-field.tsx'
export { email, longText, number, text } from './form/text-fields.tsx'
export { cleanText } from './form/typed.ts'
export { type CountBar, CountBars } from './meeting/count-bars.tsx'
export { type PersonChip, PeopleChips } from './meeting/people-chips.tsx'
export { type Said, SaidList } from './meeting/said-list.tsx'
export { StagePanel, type StageTone } from './meeting/stage-panel.tsx'
export { Input, PasswordInput, Select } from './nhs/controls.tsx'
export { warm } from './nhs/warm.ts'
export { serviceName, type NavigationItem, type SignedIn } from './page/header.tsx'
export type { IdleVisit } from './page/idle.tsx'
export { type LookContext, type LookSettings, lookOf } from './page/look.tsx'
export { type PageContent, type PageFrame, renderPage, renderPart } from './page/page.tsx'
export { Button, ButtonGroup, LinkButton, safeHref } from './parts/button.tsx'
export { Card, CardGrid, Heading } from './parts/card.tsx'
export { AsAt, asAtField, CsvLink, type Figure, FigureTiles, Filters } from './parts/figures.tsx'
export { Icon } from './parts/icon.tsx'
export { ActionLink, BackLink, Breadcrumb, type LinkTo, Pagination } from './parts/links.tsx'
export { LiveClock, LiveRegion } from './parts/live.tsx'
export { SummaryList, type SummaryRow, Tabs, type Task, TaskList } from './parts/lists.tsx'
export { type Need, NeedList } from './parts/need-list.tsx'
export {
  Details,
  EmptyState,
  Hidden,
  InsetText,
  Lede,
  Quiet,
  NotificationBanner,
  WarningCallout,
} from './parts/notes.tsx'
export { type Column, Table } from './parts/table.tsx'
export { StateTag, Tag, type Tone } from './parts/tag.tsx'
export { type Look, type Viewer, WhoCanSee } from './parts/who-can-see.tsx'
export { galleryNames, galleryPage } from './gallery/gallery.tsx'
export { Written } from './parts/written.tsx'
