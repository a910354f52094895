import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readColumnName } from './column-name.ts';

/** Quantity, axis and unit of a name, as one word each. */
const read = (written: string) => {
  const { quantity, axis, unit, linear } = readColumnName(written, 0);
  return [linear ? 'linear' : quantity, axis, unit?.name].filter((part) => part).join(' ');
};

const NAMES: Record<string, readonly string[]> = {
  time: [
    't',
    'Time',
    'timestamp',
    'TIMESTAMP',
    'epoch',
    'ts',
    'datetime',
    'Date Time',
    'sample_time',
    'Elapsed time',
    'UTC',
  ],
  'time s': [
    't_s',
    'Time (s)',
    'time[s]',
    'seconds_elapsed',
    'elapsed_sec',
    'Zeit (s)',
    'Time / s',
    'seconds',
  ],
  'time ms': [
    'epoc (ms)',
    'time_ms',
    't (ms)',
    'epoch_ms',
    'timestamp [msec]',
    'millis',
    'Timestamp(ms)',
    'timestampMs',
  ],
  'time us': ['t_us', 'time (µs)', 'timestamp_micros'],
  'time ns': ['time_ns', 'timestamp (nanoseconds)'],
  'acceleration x': [
    'ax',
    'AX',
    'acc_x',
    'AcX',
    'accX',
    'AccX',
    'accel_x',
    'Accel X',
    'AccelerometerX',
    'a_x',
    'IMU_acc_x',
    'x_acc',
    'acc.x',
    'acceleration-x',
    'ACC_X',
  ],
  'acceleration x m/s2': [
    'ax_ms2',
    'Acceleration x (m/s^2)',
    'acc_x [m/s²]',
    'acc_x_m_s2',
    'a_x (m/s/s)',
    'TotalAcceleration x (m/s2)',
    'ACCELERATION X (M/S^2)',
    'ax (m s-2)',
  ],
  'acceleration y g': ['ay_g', 'accY (G)', 'Acceleration y [g]', 'gFy (g)', 'acc_y_g'],
  'acceleration x cm/s2': ['ax (cm/s2)', 'acc_x [cm/s²]'],
  'acceleration x mm/s2': ['ax (mm/s^2)'],
  'acceleration z mg': ['az_mg', 'acc_z [mg]'],
  'acceleration x counts': ['ax_counts', 'acc_x (LSB)'],
  'acceleration y': ['gFy', 'Beschleunigung y'],
  'linear x m/s2': [
    'Linear Acceleration x (m/s^2)',
    'linear_acceleration_x_ms2',
    'lin_acc_x (m/s2)',
    'Lineare Beschleunigung x (m/s^2)',
  ],
  'linear x g': ['motionUserAccelerationX(G)'],
  'linear z': ['userAcceleration.z', 'Acceleration without g z'],
  'angular rate x': [
    'gyro_x',
    'gyrX',
    'GyroscopeX',
    'GyX',
    'wx',
    'omega_x',
    'rotation rate x',
    'angular_velocity_x',
    'rotationRate.x',
    'gyroscope.x',
  ],
  'angular rate x deg/s': [
    'gyro_x_dps',
    'Gyro X (deg/s)',
    'gyr_x [°/s]',
    'gyro_x_deg_s',
    'GyroX [DEG/S]',
    'wx (degrees/s)',
    'AsX(°/s)',
  ],
  'angular rate z rad/s': [
    'gyro_z_rads',
    'Gyroscope z (rad/s)',
    'Gyroskop z (rad/s)',
    'motionRotationRateZ(rad/s)',
    'wz_rad_s',
  ],
  'angular rate y mdps': ['gyro_y (mdps)'],
  'g x': ['gx', 'g_x'],
  'angular rate z deg/s': ['gz_dps', 'gz (deg/s)'],
  'angular rate y rad/s': ['gy_rads'],
  'axis x': ['x', 'X', 'x-axis', 'X_axis', 'imu_x'],
  'acceleration z g': ['z (g)', 'z_g'],
};

for (const [meaning, names] of Object.entries(NAMES)) {
  test(`"${names[0]}" and the like are ${meaning}`, () => {
    for (const name of names) assert.equal(read(name), meaning, name);
  });
}

test('"GyY" is the gyroscope along y, not g along y twice', () => {
  assert.equal(read('GyY'), 'angular rate y');
  assert.equal(read('GyZ'), 'angular rate z');
});

test('columns of other sensors, derived columns and labels are neither time nor motion', () => {
  for (const name of [
    ...[
      'gait',
      'label',
      'text',
      'magX',
      'mag_x',
      'mx',
      'Magnetic field x (µT)',
      'gravity_x',
      'motionGravityX(G)',
      'roll',
      'yaw',
    ],
    ...[
      'Absolute acceleration (m/s^2)',
      'quaternion_x',
      'attitude.pitch',
      'orientation_x',
      'velocity_x',
      'latitude',
      'temp',
    ],
    ...['Euler angle x (deg/s)', 'bias_x (rad/s)', 'Force x (g)'],
    ...['rotation vector x', 'angular_acceleration_x', 'heart rate', 'speed (m/s)', 'hr_bpm', 'max', 'index'],
  ]) {
    assert.equal(read(name).split(' ')[0], 'other', name);
  }
});
