// What npm runs when an install has ended, by hand or not.
import { stampInstalled } from './installed-packages.mjs';

const { npm_config_dry_run: dryRun, npm_config_package_lock_only: lockOnly } = process.env;
const installed = dryRun !== 'true' && lockOnly !== 'true';
if (installed) stampInstalled();
