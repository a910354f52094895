import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { test } from 'node:test';
import { Type } from 'typebox';
import {
  bind,
  type Call,
  defineContract,
  defineModule,
  Failure,
  type Implementation,
  InvalidInput,
  InvalidOutput,
  isFailureOf,
  operation,
  type Progress,
  Unavailable,
  Unexpected,
} from './index.ts';

const contract = defineContract({
  name: 'scale',
  version: '1.0.0',
  operations: {
    divide: operation({
      summary: 'Divides two numbers',
      input: Type.Object(
        {
          numbers: Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }),
          rounding: Type.Union([Type.Literal('up'), Type.Literal('down'), Type.Null()]),
        },
        { additionalProperties: false },
      ),
      output: Type.Object({ quotient: Type.Number() }),
      errors: { 'division-by-zero': Type.Object({ detail: Type.String(), dividend: Type.Number() }) },
      idempotent: true,
    }),
  },
});
type Scale = Implementation<typeof contract>;

const scale = defineModule({
  contract,
  create: (_needs: Record<string, never>, config: { readonly offset: number }): Scale => ({
    async divide({ numbers }, call) {
      const [dividend, divisor] = numbers as [number, number];
      if (divisor === 0) throw new Failure('division-by-zero', { detail: 'no parts', dividend });
      call.onProgress({ share: 1, step: 'dividing' });
      return { quotient: dividend / divisor + config.offset };
    },
  }),
});
const client = bind(contract, scale.create({}, { offset: 0 }));
const returning = (divide: () => unknown) => bind(contract, { divide } as unknown as Scale);
const halves = { numbers: [1, 2], rounding: null };

test('a module works without the kernel', async () => {
  const call = { signal: new AbortController().signal, onProgress() {} };
  assert.deepEqual(await scale.create({}, { offset: 1 }).divide(halves, call), { quotient: 1.5 });
});

test('a call through a client returns what the implementation returns', async () => {
  assert.deepEqual(await client.divide(halves), { quotient: 0.5 });
});

test('a caller sees the progress it asks for', async () => {
  const seen: Progress[] = [];
  await client.divide(halves, { onProgress: (progress) => seen.push(progress) });
  assert.deepEqual(seen, [{ share: 1, step: 'dividing' }]);
});

test('an input that does not fit never reaches the implementation, and the caller reads what is wrong', async () => {
  const untouched = returning(() => assert.fail('it was called'));
  const wrong = { numbers: [1, 'two'], rounding: 'sideways', extra: true } as never;
  await assert.rejects(untouched.divide(wrong), (error: InvalidInput) => {
    assert.ok(error instanceof InvalidInput);
    const problems = error.problems.join('\n');
    assert.match(problems, /numbers\.1 must be number/);
    assert.match(problems, /rounding must be "up" or "down" or null/);
    assert.match(problems, /it must not have extra/);
    assert.match(error.message, /the input of scale\.divide/);
    return true;
  });
});

test('of an input with many faults the first few are named', async () => {
  const wrong = { numbers: Array(40).fill('x'), rounding: null } as never;
  await assert.rejects(client.divide(wrong), (error: InvalidInput) => error.problems.length <= 5);
});

test('an output that does not fit is the fault of the provider', async () => {
  const broken = returning(async () => ({ quotient: 'half' }));
  await assert.rejects(broken.divide(halves), (error: InvalidOutput) => {
    assert.ok(error instanceof InvalidOutput);
    assert.deepEqual(error.problems, ['quotient must be number']);
    return true;
  });
});

test('a declared failure reaches the caller with its code and details', async () => {
  await assert.rejects(client.divide({ numbers: [7, 0], rounding: null }), (error: unknown) => {
    assert.ok(isFailureOf(contract.operations.divide, error));
    assert.equal(error.code, 'division-by-zero');
    assert.equal(error.details.dividend, 7);
    assert.equal(error.message, 'no parts');
    return true;
  });
});

test('a failure that the contract does not declare, or with details that do not fit, is unexpected', async () => {
  for (const failure of [
    new Failure('out-of-paper', {}),
    new Failure('toString', {}),
    new Failure('division-by-zero', { detail: 'no dividend given' }),
  ]) {
    const undeclared = returning(async () => Promise.reject(failure));
    await assert.rejects(undeclared.divide(halves), (error: unknown) => {
      assert.ok(error instanceof Unexpected);
      assert.equal(error.cause, failure);
      return true;
    });
  }
});

test('what an implementation throws by accident is unexpected and keeps its cause, whenever it is thrown', async () => {
  const accident = new RangeError('off the scale');
  const throwsAtOnce = () => {
    throw accident;
  };
  for (const broken of [returning(throwsAtOnce), returning(() => Promise.reject(accident))]) {
    await assert.rejects(broken.divide(halves), (error: unknown) => {
      assert.ok(error instanceof Unexpected);
      assert.equal(error.cause, accident);
      assert.match(error.message, /scale\.divide failed: off the scale/);
      return true;
    });
  }
});

test('an aborted call rejects with the reason it was aborted for, before and during the work', async () => {
  const reason = new Error('the rider left');
  const signal = AbortSignal.abort(reason);
  const untouched = returning(() => assert.fail('it was called'));
  await assert.rejects(untouched.divide(halves, { signal }), reason);

  const controller = new AbortController();
  const interrupted = returning(async () => {
    controller.abort(reason);
    throw new Error('reading was interrupted');
  });
  await assert.rejects(interrupted.divide(halves, { signal: controller.signal }), reason);
});

test('a caller who leaves, or whose deadline passes, does not wait for an implementation heeding neither', async () => {
  const never = returning(() => new Promise(() => {}));
  const reason = new Error('the rider left');
  const controller = new AbortController();
  const left = never.divide(halves, { signal: controller.signal });
  controller.abort(reason);
  await assert.rejects(left, reason);
  await assert.rejects(never.divide(halves, { deadline: new Date(Date.now() - 1) }), (error: Unavailable) => {
    assert.ok(error instanceof Unavailable);
    assert.equal(error.cause, 'slow');
    assert.equal(error.need, 'scale');
    return true;
  });
});

test('an implementation sees the deadline and, once it has passed, the end of its signal', async () => {
  const deadline = new Date(Date.now() + 20);
  let seen: Call | undefined;
  const patient = bind(contract, {
    divide: (_input, call) => {
      seen = call;
      return new Promise((_, reject) => {
        call.signal.addEventListener('abort', () => reject(call.signal.reason));
      });
    },
  });
  await assert.rejects(patient.divide(halves, { deadline }), Unavailable);
  assert.deepEqual(seen?.deadline, deadline);
  assert.ok(seen.signal.aborted);
});

test('a call that has ended leaves nothing on the signal of its caller', async () => {
  const { signal } = new AbortController();
  await client.divide(halves, { signal });
  await assert.rejects(client.divide({ numbers: [7, 0], rounding: null }, { signal }));
  assert.equal(getEventListeners(signal, 'abort').length, 0);
});

test('progress told after the end is told to nobody', async () => {
  const seen: Progress[] = [];
  let late = () => {};
  const talkative = returning((async (_input: unknown, { onProgress }: Call) => {
    late = () => onProgress({ share: 1, step: 'too late' });
    return { quotient: 1 };
  }) as () => unknown);
  await talkative.divide(halves, { onProgress: (progress) => seen.push(progress) });
  late();
  assert.deepEqual(seen, []);
});
