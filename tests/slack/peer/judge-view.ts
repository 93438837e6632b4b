import { judgePayload } from './judge-payload.ts';

type Loose = Readonly<Record<string, unknown>>;
type Say = (complaint: string) => unknown;

/** What Slack would refuse in a modal, in plain words; written from its published numbers, knowing nothing of the form. */
export function judgeView(view: Loose): string[] {
  const complaints: string[] = [];
  const say: Say = (complaint) => complaints.push(complaint);
  const blocks = list(view['blocks']);
  const inputs = blocks.filter(({ type }) => type === 'input');
  if (view['type'] !== 'modal') say(`a view of type ${String(view['type'])}`);
  plain(view['title'], 24, 'title', say);
  if (view['submit'] !== undefined) plain(view['submit'], 24, 'submit', say);
  if (view['close'] !== undefined) plain(view['close'], 24, 'close', say);
  if (inputs.length && view['submit'] === undefined) say('inputs, and nothing to send them off with');
  if (String(view['private_metadata'] ?? '').length > 3_000) say('private_metadata too long');
  if (String(view['callback_id'] ?? '').length > 255) say('callback_id too long');
  if (!blocks.length || blocks.length > 100) say(`${blocks.length} blocks`);
  for (const input of inputs) judgeInput(input, say);
  const actions = inputs.map(({ element }) => (element as Loose)['action_id']);
  if (new Set(actions).size !== actions.length) say('an action_id twice');
  const ids = blocks.map(({ block_id: id }) => id).filter((id) => id !== undefined);
  if (new Set(ids).size !== ids.length || ids.some((id) => String(id).length > 255)) say('block_id');
  const others = blocks.filter(({ type }) => type !== 'input');
  return others.length
    ? [...complaints, ...judgePayload({ blocks: others as never }, { surface: 'home' })]
    : complaints;
}

/** What Slack would refuse in the options of a select while somebody types. */
export function judgeOptions(options: readonly Loose[]): string[] {
  const complaints: string[] = [];
  const say: Say = (complaint) => complaints.push(complaint);
  if (options.length > 100) say(`${options.length} options`);
  for (const option of options) judgeOption(option, say);
  return complaints;
}

function judgeInput(input: Loose, say: Say): void {
  plain(input['label'], 2_000, 'label', say);
  if (input['hint'] !== undefined) plain(input['hint'], 2_000, 'hint', say);
  const element = input['element'] as Loose;
  const id = element['action_id'];
  if (typeof id !== 'string' || !id || id.length > 255) say('action_id');
  const triggers = (element['dispatch_action_config'] as Loose | undefined)?.['trigger_actions_on'];
  if (
    triggers &&
    (input['dispatch_action'] !== true || !/^(plain_text|number)_input$/.test(String(element['type'])))
  )
    say('a dispatch_action_config that nothing heeds');
  if (element['placeholder'] !== undefined) plain(element['placeholder'], 150, 'placeholder', say);
  switch (element['type']) {
    case 'plain_text_input': {
      const { max_length: most = 3_000, initial_value: initial = '' } = element;
      if (Number(most) > 3_000 || String(initial).length > Number(most)) say('text of an input');
      return;
    }
    case 'number_input': {
      const [least, initial, most] = ['min_value', 'initial_value', 'max_value'].map((name) =>
        element[name] === undefined ? null : Number(element[name]),
      );
      if (typeof element['is_decimal_allowed'] !== 'boolean') say('a number_input that allows what');
      if (initial !== null && !(Number(initial) >= Number(least) && Number(initial) <= Number(most)))
        say(`initial_value ${String(initial)}`);
      return;
    }
    case 'static_select':
    case 'radio_buttons': {
      const options = list(element['options']);
      const most = element['type'] === 'static_select' ? 100 : 10;
      if (!options.length || options.length > most) say(`${options.length} options`);
      for (const option of options) judgeOption(option, say);
      const initial = element['initial_option'];
      if (initial && !options.some((option) => JSON.stringify(option) === JSON.stringify(initial)))
        say('an initial option of none');
      return;
    }
    case 'checkboxes': {
      const options = list(element['options']);
      const initial = element['initial_options'];
      if (!options.length || options.length > 10) say(`${options.length} checkboxes`);
      for (const option of options) judgeOption(option, say);
      if (initial !== undefined && !list(initial).length) say('no initial options');
      const known = options.map((option) => JSON.stringify(option));
      if (list(initial).some((option) => !known.includes(JSON.stringify(option))))
        say('an initial option of none');
      return;
    }
    case 'timepicker':
      if (element['initial_time'] !== undefined && !/^[0-2]\d:[0-5]\d$/.test(String(element['initial_time'])))
        say(`initial_time ${String(element['initial_time'])}`);
      return;
    case 'external_select':
      if (element['initial_option'] !== undefined) judgeOption(element['initial_option'] as Loose, say);
      return;
    case 'conversations_select':
      if (
        element['initial_conversation'] !== undefined &&
        !/^[CGD][A-Z0-9]+$/.test(String(element['initial_conversation']))
      )
        say('initial_conversation');
      return;
    default:
      say(`an input of type ${String(element['type'])}`);
  }
}

function judgeOption({ text, value }: Loose, say: Say): void {
  plain(text, 75, 'option', say);
  if (typeof value !== 'string' || !value || value.length > 150) say(`option value ${String(value)}`);
}

function plain(object: unknown, most: number, where: string, say: Say): void {
  const { type, text } = (object ?? {}) as Loose;
  if (type !== 'plain_text' || typeof text !== 'string' || !text.trim() || text.length > most)
    say(`${where} text of ${typeof text === 'string' ? text.length : 'none'}`);
}

function list(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? (value as Loose[]) : [];
}
