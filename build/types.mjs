// Type-checks every room with its own tsconfig, so that a room can't even name what it may not use.
import { inRoot, runSteps } from './steps.mjs';

const rooms = ['core', 'core/document', 'backend', 'portal', 'renderer', 'electron', 'tests'];
runSteps(rooms.map((room) => [inRoot('node_modules/typescript/bin/tsc'), '-p', inRoot(room, 'tsconfig.json')]));
